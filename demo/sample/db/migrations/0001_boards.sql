create table boards (
  id uuid primary key,
  team_id uuid not null,
  title text not null,
  created_at timestamptz not null default now()
);

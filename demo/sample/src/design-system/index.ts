export { Button, type ButtonProps } from './button';
export { Card, type CardProps } from './card';

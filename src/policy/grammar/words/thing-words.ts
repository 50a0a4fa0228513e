/**
 * Names and properties of what files of a product hold, in the singular, by field. A word belongs here only if no policy could restrict
 * anything with it: no time, number, place of work, state of a text ("draft", "approved"), language, or person who writes or approves.
 */
const fields: Readonly<Record<string, string>> = {
  texts: `
    abbreviation acronym action advice announcement answer appendix artwork attribute bio biography blurb body book booklet brochure bullet case
    chapter checklist citation claim column comparison concept contact conversation cover cta definition description detail diagram dictionary digest
    disclaimer discussion edition editorial emoji end entry essay excerpt explainer explanation fact faq feed figure footer footnote formula fragment
    glossary greeting group header heading hero idea imprint info information inline insight intro introduction introductory invitation invite joke
    keyword kit knowledge label leaflet lesson letter letterhead line link list listing literal magazine manifesto material meaning meeting meta
    metadata method mission mood motto name news nickname notebook object opening outline outreach overview paragraph phrase poem portrait post
    preface press print problem profile prose question quick quiz quotation quote reminder reply report research response result retro retrospective
    salutation script sentence seo sequence signature slogan song speech statement story storyboard subject subtitle success summary survey synonym
    tag tagline talk teaser technical term terminology testimonial thing toast tone tooltip topic transcript trivia verse vocabulary voice warning
    weblog website wishlist word wording writing
    alert context document experience guidance matter note policy privacy quizzes scenario shelves style table view centre center page
    screenshot notice directory anecdote aphorism ballad bibliography byline chronicle commentary compendium credit dedication
    exposition fable factsheet folklore foreword gist handout haiku idiom infobox instructional jargon jingle legend limerick listicle memo
    memoir metaphor monologue motif narration narrative obituary parable parody pitch plot postscript pun punchline quip rationale rhyme
    riddle saga saying sidebar sidenote soundbite subheading subhead subplot tale thesis tidbit tongue twister typeface verb noun adjective
    wordmark writeup`,
  screens: `
    accessibility alt animation app appearance application area aria audio avatar background badge banner bar base block board border box breadcrumb
    browser button callout card carousel cart cell chart chat checkout chip collage collection color colour consent console cookie corner counter crop
    cursor dashboard data demo design desktop device directory display drawer dropdown effect element fab favicon field file filter flow folder font
    frame frontend gallery gif glyph graphic grid gutter home homepage icon image index infographic inner input item kiosk layer layout lightbox
    location logo lookbook lottie map margin mascot media menu microsite mobile mockup modal module mosaic motion multimedia nav navbar navigation
    notice onboarding onscreen outer overlay padding pagination palette panel paywall pdf phone photo photograph pic pictogram picture pixel player
    podcast popover popup portal poster presentation preset product progress radio rating ribbon ring row scene scheme search section segment shape
    sheet shelf sidebar sidenav sitemap skeleton skin slide slider slideshow slot snackbar sound spacing spinner splash splashscreen sprite static
    station step stepper sticker storefront storybook strip stylesheet svg swatch symbol tab tablet tabs terminal thumbnail tile timeline token tour
    trailer tree tv typography ui user ux variable video viewer visual walkthrough wallpaper watermark web webapp wizard
    push sms calendar admin signup hours wordpress popup
    airtable artboard backdrop blob bookmark breakpoint bubble bulletin canvas clipart closeup coachmark contrast decoration doodle dot
    ellipse emblem footer gauge gradient halo handle heatmap highlight hint illustration insignia kerning ladder landscape loader lockup
    magnifier marquee montage neon nib outline parallax path placeholder polygon prompt pulse resolution ripple rotation ruler scale
    screensaver scroll shade shadow shimmer silhouette skyline spotlight stencil stroke swipe texture tint tray triangle vignette
    visualisation visualization zoom`,
  shops: `
    accessory bakery barcode basket beauty bed beer beverage bicycle bike boutique brand bread bundle business buy buying cake candle category cellar
    chair cheese clothing coffee collar colourway comfort commerce consumer cookbook cooking cosmetics coupon craft customer deal delivery dessert
    diet dinner discount dish dog dress drink electronics fabric fashion flavour flower food footwear fragrance fruit furniture garden gift grocery
    guest hardware hat ingredient inspiration instrument inventory jewellery jewelry kitchen lamp leather lunch market marketing marketplace mattress
    meal meat merchandise merchandising merchant mug order package paint parcel pet plant price pricing promo promotion purchase range recipe refill
    refund restaurant retail return reward sale saving scent seasonal seed sell seller selling shipping shirt shoe shop shopper shopping showcase size
    sizing snack sofa stock store supplement supplier tea textile toy upsell variant vegetable vendor voucher wardrobe warehouse watch wholesale wine
    wood wool yarn
    apparel apron assortment aisle bargain bazaar blanket blouse bouquet bracelet broth bulk cafe canteen carpet catering cereal champagne
    chocolate cocktail cookie cosmetic crate cuisine cupboard curtain cutlery dairy deli dough duvet earring espresso fries grill ham hamper
    handbag honey icing jacket jam jar jeans juice ketchup knife lipstick loaf lotion mall menu mocktail muffin napkin necklace noodle nut
    oil outfit oven pancake pasta pastry perfume pie pillow popcorn pot purse receipt rice rug salon sandwich scarf seasoning shampoo shelf
    skirt smoothie spice spirit sponge stationery sticker sugar sweater tart taste toast topping tote towel trousers vase veg vinegar wallet
    yoghurt yogurt`,
  everyday: `
    accordion affordance airplane allegory almond alpaca amplifier anime anniversary antenna antonym aperture apple aquarium arcade archery
    archipelago aroma attic audition badger badminton baking ballet balloon banana barbecue barbell barn barrel baseball basement basketball bass
    beam bean beard beat beaver beekeeping beetle bingo birthday biscuit bitmap blender boar boarding boiler bolt boot bowl boxing brake breakfast
    breeze brewery brewing brick brunch brush bull bumblebee bun bush butter butterfly camel canal candy canyon capacitor carrot cartridge cassette
    cello ceramic chant checkers cheek cheesemaking cheetah chick chimpanzee chin christening cider circus clarinet climbing coat cockpit comet
    concerto confetti continent cork corkscrew corridor costume cotton couch courage courtyard cow crab cream creek cricket crystal cuff curiosity
    dam dancing deer denim diary dice diesel dining dinosaur diode discus distillery diving dock documentary dolphin domino donkey dragonfly drill
    drizzle drone drum dubbing duck dumbbell dune eagle ear earphone easel elephant elevator embroidery emoticon engagement envelope equator
    etymology eyebrow eyelash fairy falcon fencing fiction finger firework flamingo flavor flowchart flute fog football forehead fork fortress
    fossil freckle friendship frog galaxy gamepad gardening garlic gazette gear gecko gemstone gingerbread giraffe glider glitter globe glove glue
    goat goldfish golf goose gorilla graduation grape grasshopper greenhouse guidebook guinea guitar gymnastics haircut hairstyle hallway hammer
    hamster handball happiness harbor harmony harp hashtag hawk haystack headphone headset hedge hedgehog helicopter hemisphere hen herb heuristics
    hip histogram hockey hoe honeymoon horse housewarming hue hurdle hurricane hyena hymn interview italic javelin jellyfish jersey jewel joy
    joystick judo jungle kangaroo karate kettle kindness kite kitten knitting koala ladybird lagoon lamb lantern laptop laser laughter lawn layover
    leaf lemon lemonade lentil leopard letterbox lever ligature lightning linen lion liver livestream lizard llama lobster lorry lottery loudspeaker
    lounge lullaby macro magnet mailbox makeup manicure marsh masthead melody melon microscope minibus mist mistletoe modem moodboard moon moose
    moped motherboard motorbike motorcycle mule mural mushroom myth net newspaper nonfiction nose novel novella observatory octopus onion orbit
    orchard origami ostrich otter owl ox oyster pan panda panorama parachute parrot pastel pasture patio peach peacock pear pedal penguin peninsula
    pepper petrol piechart pig pigeon piglet pigment pilates pillar planet planetarium plank plaster pliers pocket podium poker pony potato pottery
    prairie prism projector pronunciation proverb pulley pumpkin puppet puppy quartet quilt rabbit racket radiator raffle rain rainbow rake receiver
    reef rehearsal reindeer reportage resistor retirement reunion rhythm rocket roll rollerblade rollercoaster romance rooster rowing rugby runway
    saddle sailboat sailing salamander salt sandal sandpaper sapling satellite satire saucepan savanna saw saxophone scanner scarecrow screenplay
    screwdriver sculpture seagull seam seedling selfie sepia sequin serif sewing shark sheep shrimp shrine shrub shutter silk singing skate
    skateboard sketching skiing skull slang sledge sleeve smell snail snake sneaker snorkeling snowboard snowman soccer sock soda sonata sonnet
    souvenir spade sparrow spider squash squid squirrel staircase star starfish statue stethoscope stitch stomach stopwatch storm strawberry
    stretching stylus sunshine supermarket surfing swallow swamp swan swimming symphony syringe tablecloth tasting tattoo telescope tempo terroir
    thermometer thriller throat thumb thunder tiger tire toad toaster toe tomato tornado touchpoint touchscreen tower trackpad transistor
    transmitter treadmill triathlon tripod trombone trouser trumpet tulip turbulence turkey turntable turtle tyre unlock usability variety varnish
    velvet veranda vinyl violin vlog volcano volleyball waistline walking walrus wasp weaving webcam whale wheelbarrow whisky windmill winemaking
    wisdom woodland worm wrapping wrench wrestling wrinkle wrist yacht zebra zipper
    microphone pack domain analysis riding guided cute picker playground orange canned
    wall window door desk rule wheel clock stamp ring box boxes bag bottle cup glass paper pen pencil stone tent torch umbrella rope wire screw tile
    hour sign signpost poll vote petition dish menu course sauce pizza burger soup salad egg milk water juice
    bridge bucket calendar candle chair chimney cushion doorbell fence flower ladder lamp mirror nail needle paint pillow plate pond puzzle
    ribbon shed shelter shovel soap spoon string tape toolbox toy tub vase whistle wood friend fun`,
  money: `
    account advisor annuity asset atm bank banking benefit bill billing bond bookkeeping broker budget building calculator career cash claimant client
    commission company contract cost coverage credit crypto cryptocurrency currencies currency debit debt deposit dividend donation donor economy
    employee employer estate exchange expense fee finance financial fintech flat fund funding fundraising hiring holding house household housing
    income industry insurance insurer interest invest investing investment investor invoice invoicing job landlord lease lender lending loan loyalty
    member membership money mortgage neighbourhood office partner payee payment payout payroll payslip pension policyholder portfolio premium property
    recruiting recruitment rent rental reseller roof room saver savings subscriber subscription tariff tax tenancy tenant tip trade trader trading
    transaction transfer vacancy wage wallet wealth workplace
    offer decision record ledger`,
  health: `
    allergy ambulance anatomy appointment asthma athlete baby care caregiver carer child children clinic clinical clinician club dental dentist
    diabetes diagnosis disease doctor dosage drug exercise eye family fertility fitness gym habit health healthcare healthy heart hospital hygiene
    illness injury lab laboratory league medical medication medicine meditation mental mindfulness mother nurse nursing nutrition parent patient
    pharmaceutical pharmacies pharmacy physio physiotherapy pregnancy pregnant prevention recovery remedies remedy resident run running school sleep
    sport symptom tennis therapies therapist therapy tooth treatment vaccination vaccine vet veterinary vitamin wellbeing wellness workout yoga
    ankle asana bandage blood bone bowel brain breath breathing calorie cough crutch elbow fever fracture heartbeat hormone hydration
    insulin joint kidney knee lens limb lung massage meal migraine muscle nail nutrient ointment organ pill pollen posture pulse rash
    relaxation shoulder skin spine stretch sugar sunscreen surgery tablet thyroid vein wheelchair wound`,
  games: `
    achievement album animal arena armour art artist ball band battle bookshop boss campaign cartoon cast castle character cheer chess cinema clip
    comedy comic concert creature crossword culture dance deck dialogue drama dungeon enemies enemy episode exhibit exhibition fan fantasy film game
    gameplay gamer genre guild horoscope icebreaker journal journalism journey kart kid leaderboard level library liveops loot lore lyrics match medal
    metal monster movie museum music musician mysteries mystery npc opera orchestra painting park piano play playlist pose puzzle quest race racing
    rank ranking rap reader reading recommendation recording reel score series show sketch skill soundtrack spell sponsor stadium stage streamer
    studio theater theatre ticketing track trophies trophy tutorial weapon weather world`,
  travel: `
    activities activity address adventure airline airport arrival attraction baggage beach boat booking bus camera camping campsite car cargo carrier
    charger charging church cities city countries country county courier cruise cycling cyclist departure depot destination district drive driver
    driving excursion fare farm farmer farming ferry fishing fleet flight freight fuel highlight hike hiking hostel hotel island itineraries itinerary
    lake landmark lobby lodge luggage mountain neighborhood neighbour parking passenger passport picnic pilgrimage place platform port postcard rail
    railway region regional reservation resort ride rider road route safari scooter sea seat shipment shipper shuttle ski spa stop street surf taxi
    tide toll tourism tourist town traffic trail train tram transport transportation travel traveler traveller trip truck vehicle villa village visit
    visiting visitor voyage
    event date session season landing
    airfare atlas backpack balcony brochure bridge cabin canoe castle cathedral cave coast compass deck delta desert detour fjord forest
    fountain garage glacier gorge guesthouse harbour helmet highway hill horizon jetty junction kayak lighthouse marina meadow monument
    motel museum ocean palace path peak pier plane pool promenade quay ridge river riverside roundabout sail sanctuary scenery sightseeing
    sidewalk sky snow square station strike suitcase summit terminal terrace trailhead transfer tunnel valley van vineyard waterfall wharf
    zoo`,
  society: `
    academy alumni assignment association authorities authority bylaw campus candidate charities charity citizen citizenship civic class classes
    classroom college communities community congregation constituency council course creche curriculum degree democracy education educational election
    enrolment environment environmental exam faculty federal fire flashcard form geography government grade grammar history homework initiative
    institute kindergarten learner learning lecture lexicon math mathematics maths minister ministry municipal municipality nature ngo nonprofit
    organisation organization parish parliament permit pharmacist physics prayer programme project public pupil recycling reference register
    registration religion scholarship science service social society student studies study sustainability syllabus teacher teaching textbook
    universities university volunteer voter waste water worship youth
    author workshop
    allotment anthem bench borough bus carnival cemetery census ceremony choir culture district dog donation emblem estate fair festival
    fireworks flood fundraiser garden hall heritage housing landfill landmark memorial mosque neighbourhood nursery orchestra parade park
    passport pavement playground playgroup pond procession quiz refuse ritual sanctuary scout shelter street synagogue temple tradition tree
    village wedding welfare zoo`,
  machines: `
    air appliance batteries battery broadband bulb cable climate coal cooling electric electrician electricity energy engine equipment factories
    factory fibre fridge gadget gas gateway generator grain harvest heat heater heating hive hub internet light lighting livestock machine machinery
    manufacturing meter motor network oven part pipe plug pollen power printer pump recycler robot router sensor sim smart soil solar spare speaker
    sprinkler telecom telephone thermostat tool tractor turbine vacuum valve wash washing watering wheel wind`,
  software: `
    algorithm analyses analysis api apps architecture automation backlog bot catalog channel cli cloud cluster command connection connector container
    core database dataset devtool directive docusaurus domain download email endpoint entities entity enum evaluation export extension faker fixture
    framework gettext goal graph guideline host import inbox integration interface json keyboard knob launcher linter log lookup mapping marker
    message metric microservice model monorepo node orchestration output percentage persona pipeline playbook plugin postmortem process processes
    protocol provider queries query queue readme registry repository resource sdk server shell shortcut simulation simulator site software stack
    statistic storage strategies strategy suite support switch switches sync system target task techdocs telemetry template theme thesaurus threshold
    toolbar toolkit trigger type upload url usage utilities utility vision webhook weight widget wiki wireframe workflow workspace
    storage prd adr rfc
    adapter agenda anchor appendix arrow avatar bundle cheat cheatsheet chord codec compiler crate crawler cursor daemon dashboard debugger
    decoder desktop dictionary digest distribution docset dropdown emulator encoder engine explorer facet fetcher formatter gem glossary
    heap iterator kernel keyword layer loader locale manifest matrix middleware namespace notebook operator optimizer overview parser pixel
    pointer preset profiler reducer regex renderer repl router runtime schema scraper script selector serializer sheet snippet socket stream
    subscriber symbol syntax tag terminal token toolchain tracker transformer tree tuple tutorial variant vector viewer wrapper`,
  audience: `
    adult audience buyer caller everyone human newcomer people person recipient worker`,
  properties: `
    animated asked asking audible botanical casual commercial common custom descriptive digital external facing festive frequent friendly funny
    general global graphical helpful individual indoor informal informative interactive internal international legal local multilingual musical
    national natural official online organic outdoor personal physical plain popular printable promotional readable related relevant responsive
    reusable rich shared spoken standard textual typical typographic universal virtual vocal welcome wide
    bright cheerful classic clear colorful colourful compact cosy creative crisp curious curated cute dark decorative delicious elegant
    everyday exciting famous fancy fluffy fresh gentle glossy green handmade happy handy healthy high iconic illustrated inspiring
    interesting kind large lively lovely loud magical mini modern neat nice noisy playful pleasant polite pretty quiet rainy romantic round
    rustic seasonal shiny silly smart smooth soft spicy spooky stylish sunny sweet tasty tidy traditional vibrant vintage warm wild
    wonderful free`,
};

export const things: readonly string[] = Object.values(fields).flatMap(wordsIn);

/** Those that name nothing, but say what something is like. */
export const properties: readonly string[] = wordsIn(fields['properties'] ?? '');

function wordsIn(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}

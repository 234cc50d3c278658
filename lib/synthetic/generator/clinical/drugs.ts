/** What patients suffer from and take besides the conditions of the world, as far as notes tell. */

/** How often a drug is taken: names of the rules `often …`. */
export const frequencies = {
  once: `daglig|dagleg; én gang daglig|éin gong dagleg; hver morgen|kvar morgon; om morgenen|om morgonen; x 1`,
  twice: `to ganger daglig|to gonger dagleg; morgen og kveld|morgon og kveld; x 2`,
  thrice: `tre ganger daglig|tre gonger dagleg; morgen, middag og kveld|morgon, middag og kveld; x 3`,
  four: `fire ganger daglig|fire gonger dagleg; hver sjette time|kvar sjette time; x 4`,
  night: `til natten|til natta; om kvelden; ved leggetid|ved leggjetid`,
  needed: `ved behov; ved behov, høyst tre ganger i døgnet|ved behov, høgst tre gonger i døgnet; inntil to ganger daglig|inntil to gonger dagleg`,
  weekly: `én gang i uken|éin gong i veka; hver mandag|kvar måndag`,
} as const;

export type Drug = {
  readonly form: string;
  /** With the unit; alternatives as in a template. */
  readonly dose: string;
  readonly often: keyof typeof frequencies;
};

const tablet = "tabletter|tablettar";
const capsule = "kapsler|kapslar";
const injection = "injeksjon";
const drops = "øyedråper|augedropar";

export const drugs = {
  amlodipin: { form: tablet, dose: "{5/10} mg", often: "once" },
  losartan: { form: tablet, dose: "{50/100} mg", often: "once" },
  kandesartan: { form: tablet, dose: "{4/8/16} mg", often: "once" },
  enalapril: { form: tablet, dose: "{5/10/20} mg", often: "once" },
  hydroklortiazid: { form: tablet, dose: "12,5 mg", often: "once" },
  bisoprolol: { form: tablet, dose: "{2,5/5} mg", often: "once" },
  atorvastatin: { form: tablet, dose: "{20/40/80} mg", often: "night" },
  simvastatin: { form: tablet, dose: "{20/40} mg", often: "night" },
  ezetimib: { form: tablet, dose: "10 mg", often: "once" },
  acetylsalisylsyre: { form: tablet, dose: "75 mg", often: "once" },
  klopidogrel: { form: tablet, dose: "75 mg", often: "once" },
  isosorbidmononitrat: { form: tablet, dose: "{30/60} mg", often: "once" },
  nitroglyserin: { form: "resoribletter|resoriblettar", dose: "{0,25/0,5} mg", often: "needed" },
  zopiklon: { form: tablet, dose: "{3,75/5/7,5} mg", often: "night" },
  melatonin: { form: "depottabletter|depottablettar", dose: "2 mg", often: "night" },
  paracetamol: { form: tablet, dose: "{500/1000} mg", often: "needed" },
  ibuprofen: { form: tablet, dose: "{200/400} mg", often: "needed" },
  naproksen: { form: tablet, dose: "{250/500} mg", often: "twice" },
  tramadol: { form: capsule, dose: "50 mg", often: "needed" },
  cetirizin: { form: tablet, dose: "10 mg", often: "once" },
  desloratadin: { form: tablet, dose: "5 mg", often: "once" },
  mometason: { form: "nesespray|nasespray", dose: "50 mikrogram", often: "once" },
  laktulose: { form: "mikstur", dose: "{15/20} ml", often: "needed" },
  makrogol: { form: "pulver", dose: "1 pose", often: "once" },
  kolekalsiferol: { form: capsule, dose: "{800/2000} IE", often: "once" },
  kalsium: { form: "tyggetabletter|tyggetablettar", dose: "500 mg", often: "twice" },
  latanoprost: { form: drops, dose: "1 dråpe|1 drope", often: "night" },
  timolol: { form: drops, dose: "1 dråpe|1 drope", often: "twice" },
  propranolol: { form: tablet, dose: "{20/40} mg", often: "twice" },
  solifenacin: { form: tablet, dose: "{5/10} mg", often: "once" },
  mirabegron: { form: "depottabletter|depottablettar", dose: "50 mg", often: "once" },
  østradiol: { form: "plaster", dose: "{25/50} mikrogram", often: "twice" },
  finasterid: { form: tablet, dose: "5 mg", often: "once" },
  pramipeksol: { form: tablet, dose: "{0,18/0,35} mg", often: "night" },
  gabapentin: { form: capsule, dose: "{100/300} mg", often: "thrice" },
  naltrekson: { form: tablet, dose: "50 mg", often: "once" },
  semaglutid: { form: injection, dose: "{0,5/1} mg", often: "weekly" },
  hydroksyzin: { form: tablet, dose: "{10/25} mg", often: "night" },
  karbomer: { form: drops, dose: "1 dråpe|1 drope", often: "four" },
} as const satisfies Readonly<Record<string, Drug>>;

export type DrugName = keyof typeof drugs;

/** Something a patient has or had before, whom it fits, and the drugs taken for it. */
export type Background = {
  readonly text: string;
  readonly sex?: "female" | "male";
  readonly from?: number;
  readonly to?: number;
  readonly drugs: readonly DrugName[];
};

export const backgrounds: readonly Background[] = [
  { text: "hypertensjon", from: 42, drugs: ["amlodipin", "losartan", "kandesartan", "enalapril"] },
  {
    text: "høyt blodtrykk i {3-20} år|høgt blodtrykk i {3-20} år",
    from: 45,
    drugs: ["losartan", "hydroklortiazid"],
  },
  {
    text: "forhøyet kolesterol|forhøgt kolesterol",
    from: 40,
    drugs: ["atorvastatin", "simvastatin", "ezetimib"],
  },
  {
    text: "stabil angina pectoris",
    from: 58,
    drugs: ["acetylsalisylsyre", "bisoprolol", "nitroglyserin", "isosorbidmononitrat"],
  },
  { text: "gjennomgått TIA", from: 60, drugs: ["klopidogrel", "atorvastatin"] },
  {
    text: "perifer karsykdom|perifer karsjukdom",
    from: 60,
    drugs: ["acetylsalisylsyre", "atorvastatin"],
  },
  { text: "søvnvansker|søvnvanskar", from: 30, drugs: ["zopiklon", "melatonin", "hydroksyzin"] },
  {
    text: "langvarige korsryggplager|langvarige korsryggplager",
    from: 25,
    drugs: ["paracetamol", "ibuprofen", "naproksen"],
  },
  { text: "pollenallergi", to: 65, drugs: ["cetirizin", "desloratadin", "mometason"] },
  { text: "kronisk forstoppelse|kronisk forstopping", from: 40, drugs: ["laktulose", "makrogol"] },
  { text: "vitamin D-mangel", drugs: ["kolekalsiferol"] },
  { text: "grønn stær|grøn stær", from: 55, drugs: ["latanoprost", "timolol"] },
  { text: "tørre øyne|tørre auge", from: 45, drugs: ["karbomer"] },
  { text: "essensiell tremor", from: 45, drugs: ["propranolol"] },
  { text: "overaktiv blære", from: 50, drugs: ["solifenacin", "mirabegron"] },
  { text: "plager i overgangsalderen", sex: "female", from: 47, to: 62, drugs: ["østradiol"] },
  {
    text: "godartet forstørret prostata|godarta forstørra prostata",
    sex: "male",
    from: 55,
    drugs: ["finasterid"],
  },
  { text: "rastløse bein|rastlause bein", from: 35, drugs: ["pramipeksol"] },
  { text: "nervesmerter etter ryggoperasjon", from: 40, drugs: ["gabapentin", "tramadol"] },
  { text: "sykelig overvekt|sjukeleg overvekt", from: 20, to: 75, drugs: ["semaglutid"] },
  { text: "spenningshodepine|spenningshovudverk", drugs: ["paracetamol"] },
  {
    text: "tidligere alkoholoverforbruk|tidlegare alkoholoverforbruk",
    from: 30,
    drugs: ["naltrekson"],
  },
  {
    text: "keisersnitt for {2-20} år siden|keisarsnitt for {2-20} år sidan",
    sex: "female",
    from: 34,
    drugs: [],
  },
  {
    text: "operasjon for muskelknuter i livmoren|operasjon for muskelknutar i livmora",
    sex: "female",
    from: 46,
    drugs: ["kalsium"],
  },
  { text: "tre ukompliserte fødsler|tre ukompliserte fødslar", sex: "female", from: 30, drugs: [] },
  { text: "sterilisering", sex: "male", from: 38, drugs: [] },
  { text: "mandeloperasjon som barn", drugs: [] },
  { text: "ankelbrudd i ungdommen|oklebrot i ungdomen", drugs: [] },
  { text: "meniskoperasjon", from: 22, drugs: [] },
  { text: "kneprotese på {=side} side", from: 62, drugs: ["paracetamol"] },
  { text: "hofteprotese", from: 65, drugs: ["paracetamol"] },
  { text: "åreknuter|åreknutar", from: 35, drugs: [] },
  { text: "lett hørselstap|lett høyrselstap", from: 55, drugs: [] },
  { text: "høreapparat på begge ører|høyreapparat på begge øyra", from: 66, drugs: [] },
  {
    text: "navlebrokkoperasjon for {2-15} år siden|navlebrokkoperasjon for {2-15} år sidan",
    from: 25,
    drugs: [],
  },
  { text: "fjerning av føflekk på ryggen", drugs: [] },
  { text: "kragebeinsbrudd etter sykkelvelt|kragebeinsbrot etter sykkelvelt", to: 70, drugs: [] },
  { text: "operasjon for karpaltunnelsyndrom på {=side} side", from: 35, drugs: [] },
  { text: "plattfot og vonde knær|plattfot og vonde kne", drugs: [] },
  { text: "seneskjedebetennelse|seneskjedebetennelse", from: 22, to: 66, drugs: ["naproksen"] },
  { text: "kontaktallergi mot nikkel", drugs: [] },
  { text: "dysleksi", to: 60, drugs: [] },
];

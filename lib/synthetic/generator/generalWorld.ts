/**
 * The invented country of general prose: towns, organisations, people and works. Who or what it is
 * decides what every text of a seed says about it. It holds nothing of medicine.
 */

import { random, type Random } from "../../random";
import { terms, type Term } from "./lexicon";
import { drawPerson, type Person } from "./people";

const list = (text: string): readonly Term[] => terms(text.replaceAll(";", "\n"));

export type Town = {
  readonly name: string;
  readonly landscape: Term;
  readonly industry: Term;
  readonly sight: Term;
  readonly festival: Term;
  readonly inhabitants: number;
  readonly founded: number;
  readonly neighbour: number;
};

export type Citizen = Person & {
  readonly town: Town;
  readonly job: Term;
  readonly hobby: Term;
  readonly subject: Term;
};

export type Organisation = {
  readonly name: Term;
  readonly kind: Term;
  readonly town: Town;
  readonly founded: number;
  readonly members: number;
  readonly leader: Citizen;
};

export type Work = {
  readonly name: Term;
  readonly kind: Term;
  readonly maker: Citizen;
  readonly year: number;
  readonly theme: Term;
};

export type GeneralWorld = {
  readonly towns: readonly Town[];
  readonly citizens: readonly Citizen[];
  readonly organisations: readonly Organisation[];
  readonly works: readonly Work[];
};

const townBeginnings =
  "Alm Brei Drauge Eike Falke Gull Hegre Ivar Kalve Lomme Mose Orre Ramne Selje Tange Urde Vasser Ørne Aske Hjorte Silde Teine Kvern Rauma Skjolde Trane".split(
    " ",
  );
const townEndings = "bygd fjord haug li mo nes stad sund øy ås heim botn vang".split(" ");

const landscapes = list(
  `ved fjorden;innerst i en dal|inst i ein dal;på en øy|på ei øy;ytterst mot havet|ytst mot havet;mellom to fjell;ved en stor innsjø|ved ein stor innsjø;langs elva;på en slette|på ei slette;midt i skogen;ved foten av breen`,
);
const industries = list(
  `fiskeoppdrett;skipsbygging;skogbruk;møbelproduksjon;fruktdyrking;reiseliv;gruvedrift;papirproduksjon;sauehold|sauehald;vannkraft|vasskraft;hermetikk;tekstilproduksjon;steinindustri;smelteverk;tørrfisk;melkeproduksjon|mjølkeproduksjon;seilmakeri|seglmakeri;treskjæring|treskjering;klokkestøping|klokkestøyping`,
);
const sights = list(
  `stavkirken|stavkyrkja;det gamle fyret;fossen;klokketårnet|klokketårnet;festningen|festninga;helleristningene|helleristingane;den lange trebrua;hagen bak rådhuset;sjøfartsmuseet;slottsruinen;det største treet i landet;gravhaugene|gravhaugane;den gamle smia;taubanen|taubana;hengebrua`,
);
const festivals = list(
  `sildefestivalen;eplefestivalen;visefestivalen;trebåtdagene|trebåtdagane;vintermarkedet|vintermarknaden;jazzuken|jazzveka;bygdedagene|bygdedagane;teaterdagene|teaterdagane;ostefestivalen;fjellmarsjen;lysfesten;skyssbåtløpet;spelemannstreffet;bokdagene|bokdagane;filmuken|filmveka`,
);
const jobs = list(
  `lærer|lærar;snekker|snikkar;fisker|fiskar;journalist;forsker|forskar;bonde;ingeniør;arkitekt;advokat;baker|bakar;musiker|musikar;skuespiller|skodespelar;forfatter|forfattar;kaptein;gartner|gartnar;bibliotekar;fotograf;kokk;smed;geolog;historiker|historikar;økonom;redaktør;dommer|dommar;ordfører|ordførar;urmaker|urmakar;dirigent;pilot;biolog;programmerer|programmerar`,
);
const hobbies = list(
  `å spille sjakk|å spel~ sjakk;å gå på ski;å samle frimerker|å saml~ frimerke;å padle kajakk|å padl~ kajakk;å strikke|å strikk~;å dyrke roser|å dyrk~ roser;å synge i kor|å syng~ i kor;å se på stjernene|å sjå på stjernene;å fiske med flue|å fisk~ med fluge;å lese gamle kart|å les~ gamle kart;å bake brød|å bak~ brød;å reparere radioer|å reparer~ radioar;å skrive dikt|å skriv~ dikt;å klatre|å klatr~;å løpe maraton|å spring~ maraton;å mate fugler|å mat~ fuglar;å spille trekkspill|å spel~ trekkspel;å male akvareller|å mål~ akvarellar;å lære språk|å lær~ språk;å bygge båter|å byggj~ båtar`,
);
const studies = list(
  `historie;fysikk;norsk;geologi;økonomi;jus;musikk;biologi;arkitektur;kjemi;matematikk;språk;geografi;filosofi;statsvitenskap|statsvitskap;arkeologi;meteorologi;kunst`,
);
const organisationKinds = list(
  `historielag;idrettslag;korps;kor;teaterlag;båtforening|båtlag;hagelag;turlag;museumslag;sjakklubb;kunstforening|kunstlag;skolekorps|skulekorps;fiskarlag;bondelag;fotoklubb;velforening|vellag;husflidslag;danselag;skøyteklubb;seilforening|segllag;speidergruppe|speidargruppe;bygdekvinnelag;spelemannslag;skogeierlag|skogeigarlag`,
);
const workKinds = list(
  `romanen;diktsamlingen|diktsamlinga;filmen;skuespillet|skodespelet;visen|visa;symfonien;maleriet|målarstykket;operaen;novellesamlingen|novellesamlinga;barneboken|barneboka;dokumentaren;reiseskildringen|reiseskildringa`,
);
const titleBeginnings = list(
  `Den siste|Den siste;Den stille|Den stille;Det grønne|Det grøne;Den lange|Den lange;Det hvite|Det kvite;Den blå|Den blå;Det gamle|Det gamle;Den glemte|Den gløymde;Den røde|Den raude;Det første|Det fyrste`,
);
const titleEndings = {
  masculine: list(
    `vinteren;våren;seilasen|seglasen;sommeren|sommaren;natten|natta;reisen|reisa;broren;fergemannen|ferjemannen;gjesten;hagen;skogen;veien|vegen`,
  ),
  neuter: list(
    `huset;brevet;rommet;havet;lyset;landet;fjellet;toget;vinduet|vindauget;skipet;kartet`,
  ),
};
const themes = list(
  `en oppvekst ved havet|ein oppvekst ved havet;to søsken som deler en gård|to sysken som deler ein gard;et brev som aldri kom fram|eit brev som aldri kom fram;krigen og tiden etter|krigen og tida etter;livet om bord på en seilskute|livet om bord på ei seglskute;kjærlighet i en liten by|kjærleik i ein liten by;en strid om en elv|ein strid om ei elv;ensomhet i storbyen|einsemd i storbyen;en urmaker som vil stoppe tiden|ein urmakar som vil stopp~ tida;sjøfolk som venter på vind|sjøfolk som ventar på vind;de som reiste til Amerika|dei som reiste til Amerika;vennskap mellom naboer|venskap mellom naboar;en jakt på et gammelt kart|ei jakt på eit gamalt kart;bestemødrenes fortellinger|forteljingane til bestemødrene;arbeiderne på sagbruket|arbeidarane på sagbruket`,
);

const worlds = new Map<number, GeneralWorld>();

/** The general world of a seed; the same seed gives the same world. */
export function generalWorld(seed: number): GeneralWorld {
  const made = worlds.get(seed) ?? createGeneralWorld(seed);
  worlds.set(seed, made);
  return made;
}

function createGeneralWorld(seed: number): GeneralWorld {
  const draws = random(seed, "general world");
  const names = draws.shuffle(
    townBeginnings.flatMap((first) => townEndings.map((last) => first + last)),
  );
  const towns = names.slice(0, 60).map((name) => ({
    name,
    landscape: draws.pick(landscapes),
    industry: draws.pick(industries),
    sight: draws.pick(sights),
    festival: draws.pick(festivals),
    inhabitants: 100 * (4 + draws.integer(350)),
    founded: 1150 + draws.integer(780),
    neighbour: draws.integer(60),
  }));
  const citizens = Array.from({ length: 240 }, () => ({
    ...drawPerson(draws, "corpus", 2020, 22, 90),
    town: draws.pick(towns),
    job: draws.pick(jobs),
    hobby: draws.pick(hobbies),
    subject: draws.pick(studies),
  }));
  const organisations = Array.from({ length: 90 }, (): Organisation => {
    const town = draws.pick(towns);
    const kind = draws.pick(organisationKinds);
    return {
      name: { nb: `${town.name} ${kind.nb}`, nn: `${town.name} ${kind.nn}` },
      kind,
      town,
      founded: 1820 + draws.integer(190),
      members: 12 + draws.integer(900),
      leader: draws.pick(citizens),
    };
  });
  const works = Array.from({ length: 120 }, (): Work => ({
    name: drawTitle(draws),
    kind: draws.pick(workKinds),
    maker: draws.pick(citizens),
    year: 1970 + draws.integer(50),
    theme: draws.pick(themes),
  }));
  return { towns, citizens, organisations, works };
}

function drawTitle(draws: Random): Term {
  const beginning = draws.pick(titleBeginnings);
  const ending = draws.pick(titleEndings[/^Den/.test(beginning.nb) ? "masculine" : "neuter"]);
  return { nb: `${beginning.nb} ${ending.nb}`, nn: `${beginning.nn} ${ending.nn}` };
}

/** What a radiology report says about each part of the body when nothing is wrong there. */

export type Region =
  | "chest"
  | "abdomen"
  | "head"
  | "sinuses"
  | "neck"
  | "spine"
  | "pelvis"
  | "hip"
  | "leg"
  | "hand"
  | "foot"
  | "knee"
  | "shoulder"
  | "breast"
  | "pregnancy";

/** Sentences that hold beside the findings of any condition shown on images of the region. */
export const normalImages = {
  chest: `
Trachea ligger i midtlinjen. | Trachea ligg i midtlinja.
Ingen pneumothorax. | Ingen pneumothorax.
Normal bredde av øvre mediastinum. | Normal breidd av øvre mediastinum.
Ribbein og kragebein uten bruddlinjer. | Ribbein og kragebein utan brotlinjer.
Diafragma er skarpt avgrenset. | Diafragma er skarpt avgrensa.
Degenerative forandringer i brystcolumna. | Degenerative forandringar i brystcolumna.`,
  abdomen: `
Milten er homogen. | Milten er homogen.
Binyrene er slanke. | Binyrene er slanke.
Aorta abdominalis har normalt kaliber. | Aorta abdominalis har normalt kaliber.
Urinblæren er glattvegget. | Urinblæra er glattvegga.
Ingen forstørrede retroperitoneale lymfeknuter. | Ingen forstørra retroperitoneale lymfeknutar.
Ingen skjelettdestruksjoner i bildefeltet. | Ingen skjelettdestruksjonar i biletfeltet.
Et lite leverhemangiom er uendret fra tidligere. | Eit lite leverhemangiom er uendra frå tidlegare.`,
  head: `
Midtstilte strukturer. | Midtstilte strukturar.
Basale cisterner er åpne. | Basale cisterner er opne.
Normal grå-hvit differensiering for øvrig. | Normal grå-kvit differensiering elles.
Orbita er uten anmerkning. | Orbita er utan merknad.
Mellomørene er luftførende. | Mellomøyra er luftførande.
Kraniet er uten destruksjoner. | Kraniet er utan destruksjonar.`,
  sinuses: `
Pannehulene er velutviklet. | Panneholene er velutvikla.
Sphenoidalhulen er luftfylt. | Sphenoidalhola er luftfylt.
Lamina papyracea er intakt. | Lamina papyracea er intakt.
Ingen beindestruksjon. | Ingen beindestruksjon.
Concha bullosa på motsatt side. | Concha bullosa på motsett side.`,
  neck: `
Spyttkjertlene er symmetriske. | Spyttkjertlane er symmetriske.
Halskarene er åpne. | Halskara er opne.
Larynx og stemmeleppene er uten asymmetri. | Larynx og stemmeleppene er utan asymmetri.
Lungetoppene er klare. | Lungetoppane er klåre.
Normale forhold i munnhulen. | Normale forhold i munnhola.`,
  spine: `
Normal krumning i sagittalplanet. | Normal krumming i sagittalplanet.
Virvellegemene har normalt margsignal for øvrig. | Virvellekamane har normalt mergsignal elles.
Ingen glidning mellom virvlene. | Inga gliding mellom virvlane.
Fasettleddsartrose av lett grad. | Lett slitasje i fasettledda.
Iliosakralleddene er åpne. | Iliosakralledda er opne.`,
  pelvis: `
Rektum og mesorektum uten anmerkning. | Rektum og mesorektum utan merknad.
Blæren er godt fylt og glattvegget. | Blæra er godt fylt og glattvegga.
Ingen ascites. | Ingen ascites.
Hofteleddene med lett slitasje. | Hofteledda med lett slitasje.
Normalt margsignal i bekkenskjelettet. | Normalt mergsignal i bekkenskjelettet.`,
  hip: `
Symfysen er uten løsning. | Symfysen er utan løysing.
Motsatt hofte med moderat slitasje. | Motsett hofte med moderat slitasje.
Ingen patologisk oppklaring i lårbeinet. | Inga patologisk oppklaring i lårbeinet.
Karforkalkninger i bløtdelene. | Karforkalkingar i blautdelane.`,
  leg: `
Vena saphena magna er komprimerbar. | Vena saphena magna er komprimerbar.
Motsatt side er uten funn. | Motsett side er utan funn.
Ingen Bakercyste. | Inga Bakercyste.
Lett subkutant ødem distalt. | Lett subkutant ødem distalt.`,
  hand: `
Håndrotsknoklene er i normal stilling. | Handrotsknoklane er i normal stilling.
Ingen fremmedlegemer i bløtdelene. | Ingen framandlekamar i blautdelane.
Lett slitasje i tommelens rotledd. | Lett slitasje i rotleddet til tommelen.
Normal mineralisering ellers. | Normal mineralisering elles.`,
  foot: `
Ankelgaffelen er kongruent. | Oklegaffelen er kongruent.
Plantar hælspore. | Plantar hælspore.
Normale forhold i fotroten. | Normale forhold i fotrota.
Karforkalkninger mellom metatarsene. | Karforkalkingar mellom metatarsane.`,
  knee: `
Patella står midt i sporet. | Patella står midt i sporet.
Ingen frie legemer. | Ingen frie lekamar.
Ingen brudd. | Ingen brot.
Lateralt ledd med bevart høyde. | Lateralt ledd med bevart høgd.`,
  shoulder: `
AC-leddet med lett slitasje. | AC-leddet med lett slitasje.
Lange bicepssene ligger i furen. | Lange bicepssene ligg i furen.
Labrum er helt. | Labrum er heilt.
Ingen væske i bursa. | Inga væske i bursa.`,
  breast: `
Motsatt bryst er uten malignitetssuspekte funn. | Motsett bryst er utan malignitetssuspekte funn.
Kjertelvev av type {1-3}, symmetrisk. | Kjertelvev av type {1-3}, symmetrisk.
Noen enkle cyster på inntil {4-12} mm. | Nokre enkle cyster på inntil {4-12} mm.
Huden er ikke fortykket. | Huda er ikkje fortjukka.`,
  pregnancy: `
Regelmessig hjerteaktivitet. | Regelmessig hjarteaktivitet.
Placenta i framveggen, ikke foranliggende. | Placenta i framveggen, ikkje føreliggjande.
Livlige fosterbevegelser under undersøkelsen. | Livlege fosterrørsler under undersøkinga.
Blærefylling og magesekk sees. | Blærefylling og magesekk er synlege.`,
} as const satisfies Readonly<Record<Region, string>>;

/** How pictures are taken, by the first word of the modality; `CT plain` is CT without contrast. */
export const techniques = {
  røntgen: `
Front- og sidebilde. | Front- og sidebilete.
Bilder i to plan. | Bilete i to plan.
Liggende opptak på grunn av nedsatt mobilitet. | Liggjande opptak på grunn av nedsett mobilitet.`,
  CT: `
Undersøkelsen er gjort med {80-120} ml kontrast intravenøst. | Undersøkinga er gjord med {80-120} ml kontrast intravenøst.
{80-120} ml kontrast, venøs fase. | {80-120} ml kontrast, venøs fase.
Tynne snitt med rekonstruksjoner i tre plan, intravenøs kontrast. | Tynne snitt med rekonstruksjonar i tre plan, intravenøs kontrast.`,
  "CT plain": `
Uten intravenøs kontrast, lavdoseprotokoll. | Utan intravenøs kontrast, lågdoseprotokoll.
Nativ serie. | Nativ serie.
Tynne snitt med rekonstruksjoner i tre plan. | Tynne snitt med rekonstruksjonar i tre plan.`,
  MR: `
T1, T2, STIR og diffusjon, etter {10-15} ml kontrast. | T1, T2, STIR og diffusjon, etter {10-15} ml kontrast.
Standard protokoll uten kontrast på 3 tesla. | Standard protokoll utan kontrast på 3 tesla.
Noen sekvenser er forstyrret av bevegelse. | Nokre sekvensar er forstyrra av rørsle.`,
  ultralyd: `
Undersøkt i ryggleie med kurvet probe. | Undersøkt i ryggleie med kurva probe.
God innsikt tross tarmluft. | Godt innsyn trass i luft.
Gråtone og fargedoppler. | Gråtone og fargedoppler.`,
  "PET-CT": `
FDG {210-340} MBq, opptak fra hode til lår etter {60-70} minutter. | FDG {210-340} MBq, opptak frå hovud til lår etter {60-70} minutt.
Blodsukker ved injeksjon {4,8-7,2} mmol/L. | Blodsukker ved injeksjon {4,8-7,2} mmol/L.`,
} as const;

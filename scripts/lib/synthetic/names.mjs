/** Names are put together from syllables, so that they look real and are nobody's; each says that it is synthetic. */
const kanji = [
  ...[
    ["星", "Hoshi"],
    ["桜", "Sakura"],
    ["白", "Shira"],
    ["青", "Ao"],
    ["北", "Kita"],
    ["南", "Minami"],
  ],
  ...[
    ["森", "Mori"],
    ["月", "Tsuki"],
    ["雪", "Yuki"],
    ["松", "Matsu"],
    ["梅", "Ume"],
    ["鶴", "Tsuru"],
  ],
  ...[
    ["霞", "Kasumi"],
    ["若", "Waka"],
    ["朝", "Asa"],
    ["金", "Kane"],
    ["石", "Ishi"],
    ["黒", "Kuro"],
  ],
];
const kanjiEnds = [
  ...[
    ["川", "kawa"],
    ["山", "yama"],
    ["原", "hara"],
    ["沢", "zawa"],
    ["浜", "hama"],
    ["崎", "zaki"],
  ],
  ...[
    ["島", "shima"],
    ["岡", "oka"],
    ["野", "no"],
    ["谷", "tani"],
    ["瀬", "se"],
    ["澄", "zumi"],
  ],
];
const hanzi = [
  ...[
    ["瑞", "Rui"],
    ["康", "Kang"],
    ["华", "Hua"],
    ["海", "Hai"],
    ["天", "Tian"],
    ["明", "Ming"],
  ],
  ...[
    ["博", "Bo"],
    ["安", "An"],
    ["盛", "Sheng"],
    ["德", "De"],
    ["云", "Yun"],
    ["龙", "Long"],
  ],
  ...[
    ["嘉", "Jia"],
    ["启", "Qi"],
    ["远", "Yuan"],
    ["泽", "Ze"],
    ["润", "Run"],
    ["长", "Chang"],
  ],
];
const hanziEnds = [
  ...[
    ["辰", "chen"],
    ["岚", "lan"],
    ["昀", "yun"],
    ["源", "yuan"],
    ["生", "sheng"],
    ["达", "da"],
  ],
  ...[
    ["屿", "yu"],
    ["宁", "ning"],
    ["恩", "en"],
    ["济", "ji"],
    ["诺", "nuo"],
    ["健", "jian"],
  ],
];
const hangul = [
  ...[
    ["한", "Han"],
    ["새", "Sae"],
    ["서", "Seo"],
    ["온", "On"],
    ["다", "Da"],
    ["늘", "Neul"],
  ],
];
const hangulEnds = [
  ...[
    ["별", "byeol"],
    ["송", "song"],
    ["결", "gyeol"],
    ["빛", "bit"],
    ["솔", "sol"],
    ["람", "ram"],
  ],
];
const western =
  "Al Be Cor Dra El Fen Gal Hel Iri Jun Kel Lum Mer Nor Or Pel Quin Ros Sol Tal Ur Ver Wes Xan Zel".split(
    " ",
  );
const westernEnds =
  "bara cite dova gen lia mira nova quest ridge thera vance vita wick xis zyme lund mont tis".split(
    " ",
  );
const katakana = [
  "アル",
  "ベガ",
  "コラ",
  "ノヴァ",
  "リア",
  "ミラ",
  "テラ",
  "ソル",
  "ゼノ",
  "ラナ",
  "キュア",
  "ビタ",
];

const kinds = {
  ja: [
    ["Pharma", "製薬"],
    ["Therapeutics", "薬品"],
    ["Biologics", "バイオ"],
    ["Holdings", "ホールディングス"],
  ],
  zh: [
    ["Pharma", "药业"],
    ["Biotech", "生物科技"],
    ["Medicine", "医药"],
    ["Biopharma", "生物制药"],
  ],
  hk: [
    ["Pharma", "藥業"],
    ["Biotech", "生物科技"],
    ["Medicine", "醫藥"],
    ["Biopharma", "生物製藥"],
  ],
  ko: [
    ["Pharm", "제약"],
    ["Bio", "바이오"],
    ["Biologics", "바이오로직스"],
    ["Therapeutics", "테라퓨틱스"],
  ],
  en: [
    ["Pharma"],
    ["Therapeutics"],
    ["Biosciences"],
    ["Bio"],
    ["Oncology"],
    ["Health"],
    ["Medicines"],
  ],
};

const scripts = { JP: "ja", CN: "zh", HK: "hk", TW: "hk", KR: "ko" };
const langs = { ja: "ja", zh: "zh-Hans", hk: "zh-Hant", ko: "ko" };
const marks = { ja: "（合成）", zh: "（合成）", hk: "（合成）", ko: "(합성)" };

function stem(draws, script) {
  if (script === "ja" && draws.chance(150)) {
    const parts = [draws.of(katakana), draws.of(katakana)];
    return { native: parts.join(""), latin: draws.of(western) + draws.of(westernEnds) };
  }
  const [starts, ends] = {
    ...{
      ja: [kanji, kanjiEnds],
      zh: [hanzi, hanziEnds],
      hk: [hanzi, hanziEnds],
      ko: [hangul, hangulEnds],
    },
  }[script] ?? [western, westernEnds];
  const [start, end] = [draws.of(starts), draws.of(ends)];
  if (script === undefined) return { latin: start + end };
  return { native: start[0] + end[0], latin: start[1] + end[1].toLowerCase() };
}

/**
 * The name of company `n`: { short, name, native, lang }. Two of one stem are told apart by a place in the name, and
 * after that by their number.
 */
export function companyName(draws, country, taken) {
  const script = scripts[country];
  const { latin, native } = stem(draws, script);
  const [kind, nativeKind] = draws.of(kinds[script ?? "en"]);
  const times = (taken.get(latin + kind) ?? 0) + 1;
  taken.set(latin + kind, times);
  const again = times > 1 ? ` ${times}` : "";
  const short = `${latin} ${kind}${again}`;
  return {
    short,
    name: `${short} (synthetic)`,
    native: native && `${native}${nativeKind}${again.trim()}${marks[script]}`,
    lang: langs[script],
  };
}

const innStarts = "al be ci da e fo gi he i jo ka le mo ne o pa ra se ta u ve xa za".split(" ");
const innMiddles = "bri cla dro fe lo mu na pri ri so ti va xi zo ple gra".split(" ");
const innEnds = {
  SMALL_MOLECULE: ["tinib", "ciclib", "gliptin", "stat", "parib"],
  MAB: ["tamab", "limab", "zumab"],
  BISPECIFIC: ["tamig", "limig"],
  ADC: ["tamab vedotin", "tamab deruxtecan"],
  PEPTIDE: ["glutide", "patide"],
  CELL_THERAPY: ["leucel"],
  GENE_THERAPY: ["parvovec"],
  RNA: ["siran", "meran"],
};

/** The INN of an asset, where its kind has names of that sort. */
export function innName(draws, modality) {
  const ends = innEnds[modality];
  return ends && draws.of(innStarts) + draws.of(innMiddles) + draws.of(innEnds[modality]);
}

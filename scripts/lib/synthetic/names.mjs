/** Names are put together from syllables, so that they look real and are nobody's; each says that it is synthetic. */
const words = (text) => text.split(" ");
/** A character and how it is read. */
const pairs = (text) => words(text).map((pair) => [pair[0], pair.slice(1)]);

const kanji = pairs(
  "星Hoshi 桜Sakura 白Shira 青Ao 北Kita 南Minami 森Mori 月Tsuki 雪Yuki 松Matsu 梅Ume 鶴Tsuru 霞Kasumi 若Waka 朝Asa 金Kane 石Ishi 黒Kuro",
);
const kanjiEnds = pairs(
  "川kawa 山yama 原hara 沢zawa 浜hama 崎zaki 島shima 岡oka 野no 谷tani 瀬se 澄zumi",
);
const hanzi = pairs(
  "瑞Rui 康Kang 华Hua 海Hai 天Tian 明Ming 博Bo 安An 盛Sheng 德De 云Yun 龙Long 嘉Jia 启Qi 远Yuan 泽Ze 润Run 长Chang",
);
const hanziEnds = pairs(
  "辰chen 岚lan 昀yun 源yuan 生sheng 达da 屿yu 宁ning 恩en 济ji 诺nuo 健jian",
);
const hangul = pairs("한Han 새Sae 서Seo 온On 다Da 늘Neul");
const hangulEnds = pairs("별byeol 송song 결gyeol 빛bit 솔sol 람ram");
const western = words(
  "Al Be Cor Dra El Fen Gal Hel Iri Jun Kel Lum Mer Nor Or Pel Quin Ros Sol Tal Ur Ver Wes Xan Zel",
);
const westernEnds = words(
  "bara cite dova gen lia mira nova quest ridge thera vance vita wick xis zyme lund mont tis",
);
const katakana = words("アル ベガ コラ ノヴァ リア ミラ テラ ソル ゼノ ラナ キュア ビタ");

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

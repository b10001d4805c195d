import type { Confidence, Span } from "../schema";
import type { Sentence } from "../text/rules";

export type FoundIndication = Span & { indication: string; confidence: Confidence };

const adjective =
  "(?:(?:HER2|EGFR|MET|FGFR2|BRCA|HER2-(?:positive|low|mutant|expressing)|exon|14|skipping|metastatic|advanced|locally|relapsed|refractory|triple-negative|non-small|small|extensive-stage|limited-stage|non-squamous|squamous|chronic|acute|severe|moderate|moderate-to-severe|atopic|primary|type|2|1|generali[sz]ed|systemic|rheumatoid|geographic|wet|dry|age-related|diabetic|early|mixed|uterine|renal|hepatic|ovarian|gastric|gastroesophageal|pancreatic|colorectal|biliary|tract|urothelial|bladder|breast|lung|cell|prostate|endometrial|nasopharyngeal|head|and|neck|hepatocellular|renal-cell|classical|Hodgkin|non-Hodgkin|B-cell|multiple|myeloid|lymphocytic|lymphoblastic|solid)[ -]){0,5}";
const phrases: RegExp[] = [
  new RegExp(
    `\\b${adjective}(?:cancers?|carcinomas?|lymphomas?|leuk(?:a)?emias?|myelomas?|melanomas?|sarcomas?|tumou?rs?|glioblastomas?)\\b`,
    "gi",
  ),
  new RegExp(
    `\\b${adjective}(?:Alzheimer'?s? disease|Parkinson'?s? disease|obesity|diabetes|dermatitis|psoriasis|psoriatic arthritis|arthritis|lupus(?: erythematosus)?|myasthenia gravis|IgA nephropathy|nephropathy|macular degeneration|macular (?:o)?edema|retinopathy|pterygium|ha?emophilia [AB]|asthma|COPD|chronic obstructive pulmonary disease|NASH|MASH|hypertension|dyslipid(?:a)?emia|hypertriglycerid(?:a)?emia|endometriosis|fibroids|phenylketonuria|atrophy|pruritus|influenza|COVID-19|thrombocytopenia|atrial fibrillation|Charcot-Marie-Tooth disease|bullous keratopathy|retinitis pigmentosa|metachromatic leukodystrophy|ulcerative colitis|Crohn'?s disease|inflammatory bowel disease)\\b`,
    "gi",
  ),
  /(?:(?:転移性|進行|再発|難治性|切除不能な?|局所進行|非小細胞|小細胞|トリプルネガティブ|慢性|アトピー性|全身性|重症|関節|加齢|糖尿病|原発性)[・、]?){0,4}(?:肺がん|乳がん|胃がん|胃癌|大腸がん|結腸・?直腸がん|膵がん|膵臓がん|胆道がん|卵巣がん|食道がん|肝細胞がん|尿路上皮がん|固形がん|固形腫瘍|リンパ腫|白血病|骨髄腫|皮膚炎|乾癬|アルツハイマー病|パーキンソン病|2型糖尿病|糖尿病|肥満症?|翼状片|黄斑変性|黄斑浮腫|IgA腎症|血友病[AB]|水疱性角膜症|掻痒症|そう痒症|子宮内膜症|子宮筋腫|血小板減少症|インフルエンザ|認知症|無力症|ループス|エリテマトーデス)/g,
  /(?:(?:转移性|晚期|复发|难治性?|局部|非小细胞|小细胞|三阴性|广泛期|慢性|特应性|系统性|全身型|湿性|年龄相关性|糖尿病性|原发性|2型)[或、/]?){0,4}(?:肺癌|乳腺癌|胃癌|结直肠癌|胰腺癌|胆道癌|卵巢癌|食管癌|肝癌|尿路上皮癌|鼻咽癌|实体瘤|淋巴瘤|白血病|骨髓瘤|皮炎|银屑病|阿尔茨海默病|帕金森病|糖尿病|肥胖症?|翼状胬肉|黄斑变性|黄斑水肿|视网膜病变|IgA肾病|血友病[AB]|重症肌无力|红斑狼疮|关节炎|血脂异常|高甘油三酯血症|慢性阻塞性肺(?:疾)?病|流感|高血压)/g,
];
const heals =
  /(?:for|of|with|in|treat(?:s|ing|ment)?(?: of)?|against|indicated|対象|治療|適応|抗|用于|治疗|适应症|患者)/i;

/** Diseases that the text speaks of where it tells what the product treats. */
export function findIndications(sentences: readonly Sentence[]): FoundIndication[] {
  const found = new Map<string, FoundIndication>();
  for (const { text, start, part } of sentences) {
    if (part === "ABOUT" || !heals.test(text)) continue;
    for (const pattern of phrases) {
      for (const { 0: raw, index: at } of text.matchAll(pattern)) {
        const words = raw.replace(/^(?:and |in )+/i, "");
        const index = at + raw.length - words.length;
        const key = words.toLowerCase().replace(/s$/, "");
        const confidence = part === "BODY" ? "LOW" : "MEDIUM";
        if (!found.has(key))
          found.set(key, {
            indication: words,
            start: start + index,
            end: start + index + words.length,
            confidence,
          });
      }
    }
  }
  const all = [...found.values()];
  return all
    .filter(
      ({ indication }) =>
        !all.some((each) => each.indication !== indication && each.indication.includes(indication)),
    )
    .slice(0, 6);
}

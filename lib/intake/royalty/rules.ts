import type { Confidence, Span } from "../schema";
import type { Sentence } from "../text/rules";

export type FoundRoyalty = Span & {
  wording: string;
  rateMin: string | null;
  rateMax: string | null;
  confidence: Confidence;
};

const phrases: RegExp[] = [
  /(?:(?:tiered|escalating|low|mid|high|single|double|digit|running|sales-based|percentage|potential|certain|additional|blended)[ ,-]*(?:to[ -])?){0,8}royalt(?:y|ies)\b(?: payments?| rates?)?(?:[^.;]{0,120}?\bnet sales)?(?:[^.;,]{0,100}?(?:single|double|teens|twenties|thirties|percent|%)[^.;,]{0,60})?/i,
  /(?:[^、。;]{0,40})?(?:ロイヤル?ティー?|ロイヤリティー?|実施料)(?:[^。;]{0,30})?/,
  /(?:[^，、,。;]{0,30})?(?:特许权使用费|销售提成|销售分成|版税|特許權使用費|特许使用费|特许权费|提成|分成)(?:[^，。;]{0,24})?/,
];
const rate =
  /(\d{1,2}(?:\.\d+)?) ?(?:%|％|percent)?(?: ?(?:to|-|–|—|~|〜|から|至) ?(\d{1,2}(?:\.\d+)?)) ?(?:%|％|percent)|(\d{1,2}(?:\.\d+)?) ?(?:%|％|percent)/i;

/** How the release words the royalties, with the rates where it gives figures. */
export function findRoyalty(sentences: readonly Sentence[]): FoundRoyalty | null {
  let best: FoundRoyalty | null = null;
  for (const { text, start, part } of sentences) {
    if (part === "ABOUT") continue;
    for (const pattern of phrases) {
      const hit = pattern.exec(text);
      if (!hit) continue;
      const lead =
        /^[\s,]*(?:and |as well as |並びに|および|及び|また|さらに|加えて|以及|和|及)?/.exec(
          hit[0],
        )?.[0].length ?? 0;
      const wording = hit[0].slice(lead).trim();
      const [, low, high, only] = rate.exec(wording) ?? [];
      const tells = /tier|digit|teens|%|段階|递增|阶梯|两位数|二桁|一桁|梯度/i.test(wording);
      const found: FoundRoyalty = {
        wording: wording.slice(0, 300),
        rateMin: low ?? only ?? null,
        rateMax: high ?? only ?? null,
        confidence: tells ? "HIGH" : "MEDIUM",
        start: start + hit.index + lead,
        end: start + hit.index + lead + wording.length,
      };
      if (!best || (best.confidence !== "HIGH" && found.confidence === "HIGH")) best = found;
    }
  }
  return best;
}

const standIns: [RegExp, string][] = [
  [/^(terms\.\d+)\.min$/, "$1.max"],
  [/^(terms\.\d+)\.thresholdCurrency$/, "$1.thresholdAmount"],
  [/^(terms\.\d+\.steps\.\d+)\.actualCurrency$/, "$1.actualAmount"],
  [/^(royalties\.\d+\.tiers\.\d+)\.rateMax$/, "$1.rateMin"],
  [/^(royalties\.\d+\.tiers\.\d+)\.salesCurrency$/, "$1.salesFrom"],
  [/^(grants\.\d+\.territories)\.\d+\.(code|mode)$/, "$1"],
  [/^((?:tags|assets\.\d+\.indications))\.\d+$/, "$1"],
];

/** The field that shows the problems of another path, where that has no control of its own. */
export function anchorOf(path: string): string {
  return standIns.reduce((now, [pattern, to]) => now.replace(pattern, to), path);
}

import { instant } from "./dates.mjs";
import { innName } from "./names.mjs";
import { drawsOf } from "./random.mjs";
import { list } from "./tables.mjs";
import { modalities, stages, targets } from "./words.mjs";

/** What a deal needs to know of asset `n`; the same whenever it is asked. */
export function assetOf({ seed, id, companies, company }, n) {
  const draws = drawsOf(seed, "asset")(n);
  const originator = companies[company(draws)];
  const modality = draws.of(modalities);
  const code = `${originator.short.slice(0, 2).toUpperCase()}S-${100 + n}`;
  const inn = draws.chance(400) ? innName(draws, modality) : undefined;
  const short = inn ? `${inn} ${n}` : code;
  return { id: id("asset", n), short, code, inn, originator, modality };
}

/** The asset's rows: itself and its other names. Four in five have a target, some two. */
export function writeAsset(copies, context, n) {
  const asset = assetOf(context, n);
  const draws = drawsOf(context.seed, "asset's rows")(n);
  const count = draws.chance(800) ? 1 + (draws.chance(200) ? 1 : 0) : 0;
  const aims = [...new Set(Array.from({ length: count }, () => draws.of(targets)))];
  const at = instant(5000 + draws.below(3000), draws);
  copies.row("asset", [
    ...[asset.id, `synthetic-asset-${n}`, `${asset.short} (synthetic)`, asset.modality, list(aims)],
    ...[asset.originator.id, draws.of(stages), at, at],
  ]);
  const names = [
    ...(asset.inn
      ? [
          ["en", "INN", `${asset.inn} ${n}`],
          ["en", "CODE", asset.code],
        ]
      : []),
    ...(draws.chance(80) && asset.originator.native
      ? [[asset.originator.lang, "NATIVE", `${asset.originator.native.slice(0, 2)}${n}号（合成）`]]
      : []),
  ];
  names.forEach(([lang, kind, name], row) => {
    copies.row("asset_name", [context.id("asset", n, row + 1), asset.id, name, kind, lang, row]);
  });
}

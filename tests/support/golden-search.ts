import { db } from "@/lib/db";

/** Registered identifiers, which the starting catalogue does not hold yet. */
const registered = [
  ["takeda", "LEI", "549300ZLMVP4X0OGR454"],
  ["takeda", "ISIN", "JP3463000004"],
  ["astrazeneca", "ISIN", "GB0009895292"],
] as const;

/** What is typed, and the record that is meant, in the groups that people type in. */
export const golden: Record<string, [string, string][]> = {
  "names in English": [
    ["takeda", "companies/takeda"],
    ["Hutchmed", "companies/hutchmed"],
    ["daiichi", "companies/daiichi-sankyo"],
    ["eli lilly", "companies/eli-lilly"],
    ["janssen", "companies/johnson-johnson"],
    ["beone", "companies/beigene"],
    ["glaxosmithkline", "companies/gsk"],
    ["chi-med", "companies/hutchmed"],
    ["J&J", "companies/johnson-johnson"],
    ["lee's pharm", "companies/lees-pharmaceutical"],
    ["fruquintinib", "assets/fruquintinib"],
    ["enhertu", "assets/trastuzumab-deruxtecan"],
    ["takeda hutchmed", "deals/takeda-hutchmed-fruquintinib-2023"],
    ["astellas xnw27011", "deals/astellas-evopoint-xnw27011-2025"],
  ],
  "names in Japanese": [
    ["武田", "companies/takeda"],
    ["武田薬品", "companies/takeda"],
    ["第一三共", "companies/daiichi-sankyo"],
    ["エーザイ", "companies/eisai"],
    ["アステラス", "companies/astellas-pharma"],
    ["塩野義", "companies/shionogi"],
    ["大塚製薬", "companies/otsuka-pharmaceutical"],
    ["キリン", "companies/kyowa-kirin"],
    ["それいじあ", "companies/solasia-pharma"],
  ],
  "names in Chinese": [
    ["和黄", "companies/hutchmed"],
    ["和黄医药", "companies/hutchmed"],
    ["百济神州", "companies/beigene"],
    ["恒瑞", "companies/jiangsu-hengrui"],
    ["君实", "companies/junshi-biosciences"],
    ["复宏汉霖", "companies/shanghai-henlius-biotech"],
    ["药明生物", "companies/wuxi-biologics"],
    ["石药", "companies/cspc-pharmaceutical"],
    ["康方", "companies/akeso"],
  ],
  "half and full width": [
    ["ｴｰｻﾞｲ", "companies/eisai"],
    ["ｱｽﾃﾗｽ", "companies/astellas-pharma"],
    ["ｷｯｾｲ", "companies/kissei-pharmaceutical"],
    ["Ｔａｋｅｄａ", "companies/takeda"],
    ["ＨＭＰＬ－０１３", "assets/fruquintinib"],
  ],
  "the forms of one character": [
    ["武田药品", "companies/takeda"],
    ["武田藥品", "companies/takeda"],
    ["和黃醫藥", "companies/hutchmed"],
    ["百濟神州", "companies/beigene"],
    ["鹽野義", "companies/shionogi"],
    ["康希諾", "companies/cansino-biologics"],
    ["小野药品", "companies/ono-pharmaceutical"],
    ["撥康視雲", "companies/cloudbreak-pharma"],
    ["拨康视云", "companies/cloudbreak-pharma"],
  ],
  "typing errors": [
    ["takdea", "companies/takeda"],
    ["hutchmd", "companies/hutchmed"],
    ["astrazenica", "companies/astrazeneca"],
    ["bejgene", "companies/beigene"],
    ["daichi sankyo", "companies/daiichi-sankyo"],
    ["fruqintinib", "assets/fruquintinib"],
    ["pfzier", "companies/pfizer"],
    ["第一三供", "companies/daiichi-sankyo"],
  ],
  "tickers and registers": [
    ["4502", "companies/takeda"],
    ["HCM", "companies/hutchmed"],
    ["NASDAQ:ONC", "companies/beigene"],
    ["HKEX 1801", "companies/innovent-biologics"],
    ["549300ZLMVP4X0OGR454", "companies/takeda"],
    ["jp3463000004", "companies/takeda"],
    ["GB0009895292", "companies/astrazeneca"],
  ],
  codes: [
    ["HMPL-013", "assets/fruquintinib"],
    ["hmpl013", "assets/fruquintinib"],
    ["DS-8201", "assets/trastuzumab-deruxtecan"],
    ["BAN2401", "assets/lecanemab"],
    ["ak112", "assets/ivonescimab"],
    ["TAK-279", "assets/zasocitinib"],
    ["MK 1200", "assets/skb315"],
  ],
  "one and two characters": [
    ["参", "companies/santen-pharmaceutical"],
    ["東レ", "companies/toray-industries"],
    ["AZ", "companies/astrazeneca"],
    ["百济", "companies/beigene"],
    ["信达", "companies/innovent-biologics"],
  ],
};

/** Gives the companies those identifiers, committed. */
export async function addRegistered(): Promise<void> {
  for (const [slug, scheme, value] of registered) {
    await db.$executeRaw`
      INSERT INTO company_identifier (id, company_id, scheme, value, position)
      SELECT gen_random_uuid(), id, ${scheme}::company_id_scheme, ${value}, 9 FROM company
      WHERE slug = ${slug}`;
  }
}

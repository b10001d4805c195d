import { shares } from "./random.mjs";

/** "CN 36, JP 22": each word with its share. */
function parse(text) {
  const pairs = text.split(",").map((pair) => pair.trim().split(" "));
  return shares(Object.fromEntries(pairs.map(([word, share]) => [word, Number(share)])));
}

/** Frequencies are those of the real catalogue, with a little of what it has none of. */
export const countries = parse(
  `CN 36, JP 22, US 18, KR 6, HK 2, TW 2, GB 4, CH 2, DE 2, FR 2, DK 1, SE 1, SG 1, IN 1, AU 1`,
);

export const companyKinds = parse(
  `BIOTECH 46, PHARMA 36, INVESTOR 5, CRO_CDMO 4, GOVERNMENT 2, DEVICE 3, TOOLS 2, ACADEMIA 2`,
);

export const dealTypes =
  parse(`LICENSE 50, ACQUISITION 12, CO_DEVELOPMENT 8, RESEARCH_COLLABORATION 6, OPTION 5, EQUITY 4,
  DISTRIBUTION 4, MANUFACTURING 3, JOINT_VENTURE 2, PROGRAMME 2, ASSET_PURCHASE 1,
  CLINICAL_COLLABORATION 1, DEBT 1, ROYALTY_FINANCING 1`);

export const statuses = parse(
  `ACTIVE 55, COMPLETED 20, TERMINATED 10, UNKNOWN 10, ANNOUNCED 2, PENDING_CLOSE 1, EXPIRED 2`,
);
export const optionStatuses = parse(`OPTION_PENDING 60, OPTION_EXERCISED 25, OPTION_LAPSED 15`);

/** Roles of the giving, the taking and the third party. */
export const roles = {
  LICENSE: ["LICENSOR", "LICENSEE", "UPSTREAM_LICENSOR"],
  OPTION: ["OPTION_GRANTOR", "OPTION_HOLDER", "PARTNER"],
  CO_DEVELOPMENT: ["LICENSOR", "LICENSEE", "PARTNER"],
  RESEARCH_COLLABORATION: ["PARTNER", "PARTNER", "PARTNER"],
  CLINICAL_COLLABORATION: ["PARTNER", "PARTNER", "SPONSOR"],
  ASSET_PURCHASE: ["SELLER", "ACQUIRER", "OTHER"],
  ACQUISITION: ["TARGET", "ACQUIRER", "SELLER"],
  EQUITY: ["INVESTEE", "INVESTOR", "INVESTOR"],
  JOINT_VENTURE: ["PARTNER", "PARTNER", "PARTNER"],
  MANUFACTURING: ["SPONSOR", "MANUFACTURER", "PARTNER"],
  DISTRIBUTION: ["LICENSOR", "LICENSEE", "PARTNER"],
  ROYALTY_FINANCING: ["SELLER", "ACQUIRER", "GUARANTOR"],
  DEBT: ["INVESTEE", "INVESTOR", "GUARANTOR"],
  PROGRAMME: ["SPONSOR", "PARTNER", "PARTNER"],
};

export const modalities =
  parse(`SMALL_MOLECULE 30, MAB 18, ADC 12, BISPECIFIC 8, RNA 5, VACCINE 4, PEPTIDE 5, PLATFORM 5,
  CELL_THERAPY 4, GENE_THERAPY 2, PROTEIN 3, DEGRADER 2, RADIOLIGAND 1, DEVICE 1, OTHER 1`);

export const stages =
  parse(`MARKETED 15, PRECLINICAL 17, PHASE_1 12, PHASE_2 12, PHASE_3 11, DISCOVERY 9, FILED 6,
  PHASE_1_2 5, APPROVED 4, IND 2, PHASE_2_3 1, NOT_APPLICABLE 4, UNKNOWN 2`);

/** The first words often, the last ones rarely. */
function skewed(text) {
  const words = text.split(",");
  return shares(
    Object.fromEntries(words.map((word, at) => [word.trim(), 1 + Math.floor(60 / (at + 2))])),
  );
}

export const targets = skewed(`
  PD-1, HER2, VEGF, GLP-1R, CLDN18.2, TROP2, B7-H3, EGFR, PD-L1, CD19, BCMA, IL-4Rα, TSLP, KRAS G12C,
  BTK, GIPR, CD3, CD20, MET, FGFR2b, HER3, Nectin-4, amyloid beta, tau, complement C5, factor XI,
  PCSK9, Lp(a), IL-17A, IL-23, JAK1, TYK2, CDK4/6, PARP1, menin, HDAC6, SIRPα, TIGIT, LAG-3, 4-1BB,
  FcRn, OX40L, KIF18A, WRN, PRMT5, CD38, GPRC5D, DLL3, CDH6, FRα, PSMA, SSTR2, GnRH receptor`);

export const indications = skewed(`
  solid tumours, non-small cell lung cancer, breast cancer, type 2 diabetes, obesity, gastric cancer,
  colorectal cancer, Alzheimer disease, atopic dermatitis, psoriasis, multiple myeloma,
  diffuse large B-cell lymphoma, hepatocellular carcinoma, asthma, COPD, pancreatic cancer,
  ovarian cancer, prostate cancer, urothelial cancer, lupus nephritis, rheumatoid arthritis,
  ulcerative colitis, Crohn disease, IgA nephropathy, chronic kidney disease, Parkinson disease,
  schizophrenia, migraine, epilepsy, myasthenia gravis, hepatitis B, COVID-19, influenza, RSV,
  dry eye disease, wet age-related macular degeneration, myopia, haemophilia A, sickle cell disease,
  Duchenne muscular dystrophy, spinal muscular atrophy, hyperlipidaemia, hypertension, heart failure,
  atrial fibrillation, NASH, osteoporosis, endometriosis, uterine fibroids, acute myeloid leukaemia,
  head and neck cancer, glioblastoma`);

/** Where a grant reaches: [included, excluded, how the contract words it], by its share. */
export const territories = [
  ...Array(29).fill([["WORLD"], [], "worldwide"]),
  ...Array(20).fill([["CN"], [], "mainland China"]),
  ...Array(8).fill([["JP"], [], "Japan"]),
  ...Array(7).fill([["WORLD"], ["CN", "HK", "MO", "TW"], "worldwide outside Greater China"]),
  ...Array(6).fill([["WORLD"], ["CN"], "worldwide outside mainland China"]),
  ...Array(6).fill([["US"], [], "the United States"]),
  ...Array(9).fill([["CN", "HK", "MO", "TW"], [], "Greater China"]),
  ...Array(3).fill([["US", "CA"], [], "the United States and Canada"]),
  ...Array(3).fill([["KR"], [], "Korea"]),
  ...Array(3).fill([["WORLD"], ["JP"], "worldwide outside Japan"]),
  ...Array(2).fill([["SOUTHEAST_ASIA"], [], "South-East Asia"]),
  ...Array(2).fill([["EUROPE"], [], "Europe"]),
  ...Array(2).fill([
    ["LATAM", "MIDDLE_EAST", "AFRICA"],
    [],
    "Latin America, the Middle East and Africa",
  ]),
];
export const exclusivities = parse(`EXCLUSIVE 62, UNKNOWN 33, CO_EXCLUSIVE 3, NON_EXCLUSIVE 2`);

export const currencies = parse(`USD 82, CNY 5, JPY 4, EUR 3, HKD 2, GBP 2, KRW 1, CHF 1`);
/** Units of a currency that make about one dollar, so that sums have a likely size. */
export const units = { USD: 1, CNY: 7, JPY: 150, EUR: 1, HKD: 8, GBP: 1, KRW: 1400, CHF: 1 };

export const royaltyWordings = [
  ...[
    "tiered on net sales",
    "royalties on sales",
    "double-digit % of net sales",
    "tiered, low to mid teens",
  ],
  ...[
    "tiered, up to double-digit %",
    "single-digit % of net sales",
    "royalties, rate not disclosed",
  ],
];
export const publishers = [
  "Synthetic Wire",
  "Synthetic Herald",
  "合成通信",
  "合成日报",
  "Synthetic Exchange",
];
export const grades = parse(
  `PRESS 68, WIRE 9, COMPANY_RELEASE 9, MIRROR 6, EXCHANGE_FILING 6, REGULATOR 1, RECALLED 1`,
);

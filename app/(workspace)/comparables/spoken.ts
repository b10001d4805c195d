/** What the client code of a set says. */
export const spoken = [
  ...["comparables", "deals", "table", "export", "errors"],
  ...["dealType", "dealStatus", "stage", "modality"].map((name) => `enums.${name}`),
];

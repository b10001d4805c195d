/** Twelve ways to filter and sort the table. `busy` is the slug of the company with the most deals. */
export const combinationsOf = (busy: string): Record<string, string> => ({
  "newest first": "",
  "by headline": "sort=-headline",
  "by title": "sort=title",
  "by licensor, unknown last": "sort=-licensor",
  "licences, newest first": "type=LICENSE",
  "China to Japan": "from=CN&to=JP",
  "from China, by headline": "from=CN&sort=-headline",
  "two states, by licensee": "status=ACTIVE&status=COMPLETED&sort=licensee",
  "phase 3 ADCs, latest change": "stage=PHASE_3&modality=ADC&sort=-updated_at",
  "one busy company": `company=${busy}`,
  "headline above 500m, smallest first": "headline_min=500m&sort=headline",
  "obesity since 2020, no upfront":
    "indication=obesity&announced_from=2020&empty=upfront&sort=-stage",
});

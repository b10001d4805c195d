"use client";

import { useEffect, useState } from "react";
import { partialDate } from "@/lib/partial-date";
import type { LikelyDuplicate } from "@/lib/quality/duplicate/schema";
import type { DealFields } from "./deal-fields";

const idle = 400;

/** Deals that may be this one, asked for while it is typed. A failed question is no warning. */
export function useDuplicates(deal: DealFields): LikelyDuplicate[] {
  const [found, setFound] = useState<LikelyDuplicate[]>([]);
  const companies = deal.parties.map(({ companyId }) => companyId).filter(Boolean);
  const assets = deal.assets.map(({ assetId }) => assetId).filter(Boolean);
  const on = partialDate.safeParse(deal.announcedOn);
  const query = new URLSearchParams({
    companies: [...new Set(companies)].sort().join(","),
    assets: [...new Set(assets)].sort().join(","),
    announced: on.success ? on.data : "",
    except: deal.id,
  }).toString();
  const worthAsking = new Set(companies).size > 1 && (assets.length > 0 || on.success);

  useEffect(() => {
    if (!worthAsking) return setFound([]);
    const abort = new AbortController();
    const ask = async () => {
      const response = await fetch(`/api/duplicates?${query}`, { signal: abort.signal });
      if (response.ok) setFound(await response.json());
    };
    const timer = setTimeout(() => ask().catch(() => {}), idle);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, worthAsking]);

  return found;
}

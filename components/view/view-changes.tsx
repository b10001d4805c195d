"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SavedView } from "@/lib/view/saved/dto";
import { tabAddress, type ViewPage } from "@/lib/view/saved/rules";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import type { ViewActions } from "./actions";
import { SaveAs } from "./save-as";
import { useAct } from "./use-act";
import { ViewRefusal } from "./view-refusal";

/** What to do with an address that no view holds: into this view, into a new one, or back to what the view was. */
export function ViewChanges({
  page,
  view,
  query,
  mayShare,
  actions,
  say,
}: {
  page: ViewPage;
  /** The view whose tab is open, if one is. */
  view: SavedView | undefined;
  /** What the address asks for, in the words of `viewText`. */
  query: string;
  mayShare: boolean;
  actions: ViewActions;
  /** For who does not see that it worked. */
  say: (words: string) => void;
}) {
  const t = useTranslations("views");
  const [naming, setNaming] = useState(false);
  const { error, pending, run, forget } = useAct();
  return (
    <>
      <div className="flex flex-wrap gap-1.5 pb-1">
        {view?.mayChange && (
          <Button
            size="sm"
            variant="primary"
            pending={pending}
            onClick={() =>
              run(
                () => actions.change({ id: view.id, version: view.version, query }),
                () => say(t("saved", { name: view.name })),
              )
            }
          >
            {t("save")}
          </Button>
        )}
        <Button size="sm" onClick={() => setNaming(true)}>
          {t(view ? "saveAs" : "saveNew")}
        </Button>
        {view && (
          <ButtonLink size="sm" variant="quiet" href={tabAddress(page, view.query, view.id)}>
            {t("discard")}
          </ButtonLink>
        )}
      </div>
      {error && (
        <div className="basis-full pb-2">
          <ViewRefusal error={error} onReload={forget} />
        </div>
      )}
      {naming && (
        <SaveAs
          {...{ page, query, mayShare }}
          save={actions.save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

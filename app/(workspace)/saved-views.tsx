import { ClientMessages } from "@/app/client-messages";
import { ViewTabs } from "@/components/view/view-tabs";
import { may } from "@/lib/auth/rules";
import { requireContext } from "@/lib/auth/session";
import type { ViewPage } from "@/lib/view/saved/rules";
import { viewsOf } from "./open-list";
import * as actions from "./view-actions";

/** The tabs above a list. Who has not signed in has no views of their own and sees none of others. */
export async function SavedViews({ page }: { page: ViewPage }) {
  const [{ actor }, views] = await Promise.all([requireContext(), viewsOf(page)]);
  return (
    <ClientMessages namespaces={["views"]}>
      <ViewTabs
        page={page}
        views={views}
        signedIn={actor.kind === "user"}
        mayShare={may(actor, "view.share")}
        actions={{ ...actions }}
      />
    </ClientMessages>
  );
}

import { useTranslations } from "next-intl";
import type { WebhookItem } from "@/lib/people/webhook/dto";
import { Section } from "../layout/section";
import { Tag } from "../ui/tag";
import { DeliveryTable } from "./delivery-table";
import { DisableButton, type DisableWebhook } from "./disable-button";

/** One webhook, and what was sent to it lately. */
export function WebhookSection({
  webhook,
  disable,
}: {
  webhook: WebhookItem;
  disable: DisableWebhook;
}) {
  const t = useTranslations("webhooks");
  const { id, url, owner, disabled, deliveries } = webhook;
  return (
    <Section
      id={`webhook-${id}`}
      title={<span className="[overflow-wrap:anywhere]">{url}</span>}
      note={t("by", { owner })}
      more={
        disabled ? (
          <Tag>{t("disabled")}</Tag>
        ) : (
          <DisableButton id={id} url={url} disable={disable} />
        )
      }
    >
      {deliveries.length === 0 ? (
        <p className="text-sm text-ink-3">{t("nothingSent")}</p>
      ) : (
        <DeliveryTable label={t("sentTo", { url })} deliveries={deliveries} />
      )}
    </Section>
  );
}

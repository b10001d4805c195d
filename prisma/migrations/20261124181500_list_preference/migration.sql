-- How a person has laid out the table of a page. It is theirs alone and goes with them; its shape is the
-- application's (lib/view/preference/schema.ts), which passes over what it no longer knows.

CREATE TABLE "list_preference" (
    "user_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "layout" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_preference_pkey" PRIMARY KEY ("user_id","page"),
    CONSTRAINT "list_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

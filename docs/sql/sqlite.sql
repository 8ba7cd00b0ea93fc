CREATE TABLE "cop_activity" (
    "row" INTEGER NOT NULL CONSTRAINT "PK_cop_activity" PRIMARY KEY AUTOINCREMENT,
    "community" TEXT COLLATE BINARY NOT NULL,
    "person" TEXT COLLATE BINARY NOT NULL,
    "at" INTEGER NOT NULL,
    "act" INTEGER NOT NULL,
    "id" TEXT COLLATE BINARY NULL,
    "in_reply_to" TEXT COLLATE BINARY NULL,
    "addressed" TEXT COLLATE BINARY NULL,
    "thread" TEXT COLLATE BINARY NULL,
    "topics" TEXT COLLATE BINARY NULL,
    "accepted" TEXT COLLATE BINARY NULL,
    "formality" INTEGER NOT NULL,
    "actor_kind" INTEGER NOT NULL
);


CREATE TABLE "cop_community" (
    "community" TEXT COLLATE BINARY NOT NULL CONSTRAINT "PK_cop_community" PRIMARY KEY,
    "sort_key" BLOB NOT NULL,
    "status" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "visibility" INTEGER NOT NULL,
    "parent" TEXT COLLATE BINARY NULL,
    "review_due" INTEGER NULL,
    "listing" TEXT NOT NULL
);


CREATE TABLE "cop_journal" (
    "community" TEXT COLLATE BINARY NOT NULL,
    "version" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    CONSTRAINT "PK_cop_journal" PRIMARY KEY ("community", "version")
);


CREATE TABLE "cop_journal_head" (
    "community" TEXT COLLATE BINARY NOT NULL CONSTRAINT "PK_cop_journal_head" PRIMARY KEY,
    "version" INTEGER NOT NULL
);


CREATE TABLE "cop_member" (
    "community" TEXT COLLATE BINARY NOT NULL,
    "person" TEXT COLLATE BINARY NOT NULL,
    "sort_key" BLOB NOT NULL,
    "status" INTEGER NOT NULL,
    "listing" TEXT NOT NULL,
    CONSTRAINT "PK_cop_member" PRIMARY KEY ("community", "person")
);


CREATE TABLE "cop_outbox_cursor" (
    "consumer" TEXT COLLATE BINARY NOT NULL,
    "community" TEXT COLLATE BINARY NOT NULL,
    "version" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "until" INTEGER NOT NULL,
    CONSTRAINT "PK_cop_outbox_cursor" PRIMARY KEY ("consumer", "community")
);


CREATE TABLE "cop_person" (
    "id" TEXT COLLATE BINARY NOT NULL CONSTRAINT "PK_cop_person" PRIMARY KEY,
    "person" TEXT NOT NULL
);


CREATE TABLE "cop_person_alias" (
    "alias" TEXT COLLATE BINARY NOT NULL CONSTRAINT "PK_cop_person_alias" PRIMARY KEY,
    "person" TEXT COLLATE BINARY NOT NULL
);


CREATE TABLE "cop_roster" (
    "community" TEXT COLLATE BINARY NOT NULL CONSTRAINT "PK_cop_roster" PRIMARY KEY,
    "roster" TEXT NOT NULL
);


CREATE INDEX "ix_cop_activity_community_at" ON "cop_activity" ("community", "at");


CREATE UNIQUE INDEX "ix_cop_activity_id" ON "cop_activity" ("id");


CREATE INDEX "ix_cop_activity_person" ON "cop_activity" ("person");


CREATE INDEX "ix_cop_community_parent" ON "cop_community" ("parent");


CREATE UNIQUE INDEX "ix_cop_community_sort_key" ON "cop_community" ("sort_key");


CREATE INDEX "ix_cop_member_person" ON "cop_member" ("person");


CREATE UNIQUE INDEX "ix_cop_member_sort_key" ON "cop_member" ("community", "sort_key");



-- Amendments to papers: what is moved, in which wordings, in which order, what became of each, and what was merged.

-- The last number given. Its row is locked by whoever hands an amendment in, so that numbers have no gap.
create table amendment_counter (
    paper_id  uuid primary key,
    last      integer not null check (last > 0)
);

create table amendment_amendment (
    id                  uuid primary key,
    paper_id            uuid not null,
    number              integer check (number > 0),
    title               text not null check (title <> '' and length(title) <= 400),
    reasons             text not null,
    mover_kind          text not null check (mover_kind in ('GROUP', 'MEMBERS', 'ORGANIZATION')),
    mover_organization  uuid,
    mover_name          text not null check (mover_name <> ''),
    author              uuid,
    base_version        integer not null check (base_version > 0),
    base_fingerprint    text not null check (base_fingerprint ~ '^[0-9a-f]{64}$'),
    operations          text not null check (jsonb_typeof(operations::jsonb) = 'array'),
    state               text not null check (state in
        ('DRAFT', 'SUBMITTED', 'TAKEN_OVER', 'ADOPTED', 'REJECTED', 'WITHDRAWN', 'SETTLED')),
    to_check            boolean not null,
    written_at          timestamptz not null,
    written_by          text not null check (written_by <> ''),
    submitted_at        timestamptz,
    version             bigint not null default 0,
    unique (paper_id, number),
    check ((state = 'DRAFT') = (number is null)),
    check ((number is null) = (submitted_at is null)),
    check ((mover_kind = 'MEMBERS') = (mover_organization is null))
);

create table amendment_mover (
    amendment_id  uuid not null references amendment_amendment (id) on delete cascade,
    person_id     uuid not null,
    primary key (amendment_id, person_id)
);

-- What was handed in, and what it became when the paper was released anew or its mover wrote it anew.
create table amendment_wording (
    id                uuid primary key,
    amendment_id      uuid not null references amendment_amendment (id),
    number            integer not null check (number > 0),
    cause             text not null check (cause in ('SUBMITTED', 'CARRIED_OVER', 'TO_CHECK', 'REVISED')),
    base_version      integer not null,
    base_fingerprint  text not null check (base_fingerprint ~ '^[0-9a-f]{64}$'),
    operations        text not null check (jsonb_typeof(operations::jsonb) = 'array'),
    title             text not null,
    reasons           text not null,
    written_at        timestamptz not null,
    written_by        text not null,
    unique (amendment_id, number)
);

-- The last one for an amendment and an item counts.
create table amendment_decision (
    id            bigint generated always as identity primary key,
    amendment_id  uuid not null references amendment_amendment (id),
    item_id       uuid not null,
    meeting_id    uuid not null,
    outcome       text not null check (outcome in ('ADOPTED', 'REJECTED', 'SETTLED')),
    is_final      boolean not null,
    yes           integer check (yes >= 0),
    no            integer check (no >= 0),
    abstentions   integer check (abstentions >= 0),
    decided_at    timestamptz not null,
    decided_by    text not null check (decided_by <> ''),
    check ((yes is null) = (no is null) and (no is null) = (abstentions is null)),
    check (yes is null or outcome <> 'ADOPTED' or yes >= no),
    check (yes is null or outcome <> 'REJECTED' or no >= yes)
);
create index amendment_decision_item on amendment_decision (item_id);
create index amendment_decision_amendment on amendment_decision (amendment_id);

-- The order that the chair gave them; the last one counts.
create table amendment_arrangement (
    id           bigint generated always as identity primary key,
    paper_id     uuid not null,
    amendments   uuid[] not null,
    reason       text not null check (reason <> ''),
    arranged_at  timestamptz not null,
    arranged_by  text not null
);
create index amendment_arrangement_paper on amendment_arrangement (paper_id);

-- Which of two adopted amendments prevails where they contradict each other; the last choice for a place counts.
create table amendment_choice (
    id            bigint generated always as identity primary key,
    item_id       uuid not null,
    place         text not null check (place ~ '^[A-Z]+/[0-9]+/[0-9]+$'),
    base_version  integer not null,
    amendment_id  uuid not null references amendment_amendment (id),
    chosen_at     timestamptz not null,
    chosen_by     text not null
);
create index amendment_choice_item on amendment_choice (item_id);

create table amendment_merge (
    id                  bigint generated always as identity primary key,
    item_id             uuid not null,
    paper_id            uuid not null,
    amendments          uuid[] not null,
    base_fingerprint    text not null check (base_fingerprint ~ '^[0-9a-f]{64}$'),
    result_fingerprint  text not null check (result_fingerprint ~ '^[0-9a-f]{64}$'),
    merged_at           timestamptz not null,
    merged_by           text not null,
    undone_at           timestamptz
);
create index amendment_merge_item on amendment_merge (item_id);

create function amendment_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was put on record stays on record (%)', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;
create trigger amendment_wording_stays before update or delete on amendment_wording
    for each row execute function amendment_stays();
create trigger amendment_decision_stays before update or delete on amendment_decision
    for each row execute function amendment_stays();
create trigger amendment_arrangement_stays before update or delete on amendment_arrangement
    for each row execute function amendment_stays();
create trigger amendment_choice_stays before update or delete on amendment_choice
    for each row execute function amendment_stays();
create trigger amendment_merge_is_kept before delete on amendment_merge
    for each row execute function amendment_stays();
create trigger amendment_amendment_is_kept before delete on amendment_amendment
    for each row when (old.number is not null) execute function amendment_stays();
create trigger amendment_amendment_keeps_its_number before update on amendment_amendment
    for each row when (old.paper_id <> new.paper_id or old.number is not null and old.number is distinct from new.number)
    execute function amendment_stays();

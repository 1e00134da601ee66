-- Kinds with templates and series of numbers, who writes a paper, and what is written in it, sitting by sitting.

alter table paper_paper drop constraint paper_paper_body_id_year_fkey;
alter table paper_paper drop constraint paper_paper_number;
alter table paper_paper drop constraint paper_paper_type_check;
drop index paper_paper_latest;
drop trigger paper_paper_keeps_what_was_released on paper_paper;

-- Several kinds may count together. The last number given; its row is locked by whoever takes the next.
alter table paper_counter drop constraint paper_counter_pkey;
alter table paper_counter add column series text not null default '' check (length(series) <= 20);
alter table paper_counter add column start integer not null default 1 check (start > 0);
alter table paper_counter add primary key (body_id, series, year);
alter table paper_counter add check (last >= start);

alter table paper_paper
    alter column number drop not null,
    add column series text,
    add column written text,
    add column template_version integer not null default 0 check (template_version >= 0),
    add column details text not null default '{"fields":[],"sections":[]}' check (jsonb_typeof(details::jsonb) = 'object'),
    add column author_organization_id uuid,
    add column author_person_id uuid,
    add column handed_in_at timestamptz,
    add column handed_in_by text,
    add check (type in ('PROPOSAL', 'MOTION', 'INQUIRY', 'INFORMATION', 'AMENDMENT', 'URGENT_MOTION', 'PETITION')),
    add check (author_organization_id is null or author_person_id is null),
    add check ((handed_in_at is null) = (handed_in_by is null));
update paper_paper set series = '',
    written = case when number > 9999 then number::text else lpad(number::text, 4, '0') end
        || '/' || lpad((year % 100)::text, 2, '0');
alter table paper_paper
    add constraint paper_paper_number unique (body_id, series, year, number),
    add constraint paper_paper_written unique (body_id, written),
    add constraint paper_paper_series foreign key (body_id, series, year)
        references paper_counter (body_id, series, year),
    add check ((number is null) = (series is null)),
    add check ((number is null) = (written is null)),
    add check (released_version is null or number is not null);
create index paper_paper_latest on paper_paper (year desc, coalesce(number, 0) desc, id desc);
create index paper_paper_author on paper_paper (author_organization_id) where author_organization_id is not null;
create index paper_paper_author_person on paper_paper (author_person_id) where author_person_id is not null;

create trigger paper_paper_keeps_what_was_released before update on paper_paper
    for each row when (
        (old.id, old.body_id) is distinct from (new.id, new.body_id)
        or (old.number is not null and (old.year, old.series, old.number, old.written)
            is distinct from (new.year, new.series, new.number, new.written))
        or (old.author_organization_id, old.author_person_id)
            is distinct from (new.author_organization_id, new.author_person_id)
        or (old.released_version is not null
            and (old.is_public <> new.is_public or coalesce(new.released_version, 0) < old.released_version))
        or (old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN'))
    execute function paper_stays();

-- Only what everybody may read of a version is searched: a hit tells what stands there.
alter table paper_version
    drop column search,
    add column details text not null default '{"fields":[],"sections":[]}' check (jsonb_typeof(details::jsonb) = 'object'),
    add column open_text text not null default '';
alter table paper_version
    add column search tsvector not null generated always as
        (setweight(to_tsvector('german', title), 'A')
            || to_tsvector('german', wording || ' ' || reasons || ' ' || open_text)) stored;
create index paper_version_search on paper_version using gin (search);

create table paper_template (
    body_id     uuid not null,
    type        text not null
        check (type in ('PROPOSAL', 'MOTION', 'INQUIRY', 'INFORMATION', 'AMENDMENT', 'URGENT_MOTION', 'PETITION')),
    version     integer not null check (version > 0),
    design      text not null check (jsonb_typeof(design::jsonb) = 'object'),
    changed_by  text not null check (changed_by <> ''),
    changed_at  timestamptz not null,
    primary key (body_id, type, version)
);
create trigger paper_template_stays before update or delete on paper_template
    for each row execute function paper_stays();

-- What was written, one row for each sitting of an author; the revisions of all rows follow each other without a gap.
create table paper_sitting (
    paper_id        uuid not null references paper_paper (id),
    first_revision  integer not null check (first_revision > 0),
    last_revision   integer not null,
    manuscript      text not null check (jsonb_typeof(manuscript::jsonb) = 'object'),
    account_id      uuid,
    written_by      text not null check (written_by <> ''),
    begun_at        timestamptz not null,
    written_at      timestamptz not null,
    primary key (paper_id, first_revision),
    check (last_revision >= first_revision),
    constraint paper_sitting_follows exclude using gist
        (paper_id with =, int4range(first_revision, last_revision, '[]') with &&)
);
create trigger paper_sitting_is_kept before delete on paper_sitting
    for each row execute function paper_stays();

-- Who has a paper open for writing. Rows that were not seen for a while are of windows that are gone.
create unlogged table paper_writer (
    window_id   uuid primary key,
    paper_id    uuid not null,
    account_id  uuid,
    name        text not null,
    place       text not null,
    seen_at     timestamptz not null
);
create index paper_writer_paper on paper_writer (paper_id);

create table paper_signature (
    id           uuid primary key,
    paper_id     uuid not null references paper_paper (id),
    person_id    uuid not null,
    name         text not null check (name <> ''),
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    signed_at    timestamptz not null,
    voided_at    timestamptz,
    check (voided_at is null or voided_at >= signed_at)
);
create unique index paper_signature_once on paper_signature (paper_id, person_id) where voided_at is null;
create trigger paper_signature_is_kept before delete on paper_signature
    for each row execute function paper_stays();

-- The answer to an inquiry: written by an office, read together with the inquiry.
create table paper_answer (
    paper_id     uuid primary key references paper_paper (id),
    office_id    uuid,
    text         text not null,
    due          date,
    revision     integer not null check (revision > 0),
    changed_by   text not null check (changed_by <> ''),
    changed_at   timestamptz not null,
    released     text,
    released_by  text,
    released_at  timestamptz,
    check ((released is null) = (released_at is null) and (released is null) = (released_by is null)),
    check (released is null or released <> '')
);
create trigger paper_answer_is_kept before delete on paper_answer
    for each row execute function paper_stays();

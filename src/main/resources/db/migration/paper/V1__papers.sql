-- Papers, what was released of them, their way through the organizations, and what is voted on in place of their wording.

-- The last number given. Its row is locked by whoever makes a paper, so that numbers have no gap.
create table paper_counter (
    body_id  uuid not null,
    year     integer not null check (year between 2000 and 2099),
    last     integer not null check (last > 0),
    primary key (body_id, year)
);

create table paper_paper (
    id                uuid primary key,
    body_id           uuid not null,
    organization_id   uuid not null,
    year              integer not null,
    number            integer not null check (number > 0),
    type              text not null check (type in ('PROPOSAL', 'MOTION', 'INQUIRY', 'INFORMATION')),
    title             text not null check (title <> '' and length(title) <= 400),
    originator        text not null check (length(originator) <= 200),
    is_public         boolean not null,
    proposal          text not null check (jsonb_typeof(proposal::jsonb) = 'object'),
    reasons           text not null,
    state             text not null check (state in ('DRAFT', 'RELEASED', 'WITHDRAWN')),
    revision          integer not null check (revision > 0),
    released_version  integer,
    revised           boolean not null,
    drafted_at        timestamptz not null,
    changed_at        timestamptz not null,
    changed_by        text not null check (changed_by <> ''),
    withdrawn_at      timestamptz,
    withdrawn_reason  text,
    version           bigint not null default 0,
    constraint paper_paper_number unique (body_id, year, number),
    foreign key (body_id, year) references paper_counter (body_id, year),
    check ((state = 'DRAFT') <= (released_version is null)),
    check (state <> 'RELEASED' or released_version is not null),
    check (not revised or released_version is not null),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (withdrawn_at is null or released_version is null or withdrawn_reason <> '')
);
create index paper_paper_latest on paper_paper (year desc, number desc, id desc);
create index paper_paper_organization on paper_paper (organization_id);

create table paper_version (
    id           uuid primary key,
    paper_id     uuid not null references paper_paper (id),
    number       integer not null check (number > 0),
    title        text not null check (title <> ''),
    originator   text not null check (originator <> ''),
    proposal     text not null check (jsonb_typeof(proposal::jsonb) = 'object'),
    wording      text not null,
    reasons      text not null,
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    released_at  timestamptz not null,
    released_by  text not null check (released_by <> ''),
    search       tsvector not null generated always as
        (setweight(to_tsvector('german', title), 'A') || to_tsvector('german', wording || ' ' || reasons)) stored,
    unique (paper_id, number)
);
create index paper_version_search on paper_version using gin (search);
alter table paper_paper add constraint paper_paper_released
    foreign key (id, released_version) references paper_version (paper_id, number) deferrable initially deferred;

create table paper_consultation (
    id               uuid primary key,
    paper_id         uuid not null references paper_paper (id),
    organization_id  uuid not null,
    role             text not null check (role in ('HEARING', 'ADVICE', 'DECISION')),
    position         integer not null check (position >= 0),
    meeting_id       uuid,
    item_id          uuid,
    check ((meeting_id is null) = (item_id is null)),
    constraint paper_consultation_order unique (paper_id, position) deferrable initially deferred,
    constraint paper_consultation_once unique (paper_id, item_id)
);
create index paper_consultation_organization on paper_consultation (organization_id);
create index paper_consultation_meeting on paper_consultation (meeting_id);
-- An item has one proposal to vote on at most.
create unique index paper_consultation_one_vote on paper_consultation (item_id) where role <> 'HEARING';
create index paper_consultation_item on paper_consultation (item_id);

create table paper_changed_proposal (
    item_id     uuid primary key,
    paper_id    uuid not null,
    proposal    text not null check (jsonb_typeof(proposal::jsonb) = 'object'),
    based_on    integer not null,
    changed_by  text not null check (changed_by <> ''),
    changed_at  timestamptz not null,
    version     bigint not null default 0,
    foreign key (paper_id, based_on) references paper_version (paper_id, number)
);

create function paper_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was put on record stays on record (%)', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger paper_version_stays before update or delete on paper_version
    for each row execute function paper_stays();
create trigger paper_paper_is_kept before delete on paper_paper
    for each row execute function paper_stays();
create trigger paper_paper_keeps_what_was_released before update on paper_paper
    for each row when (
        (old.id, old.body_id, old.year, old.number) is distinct from (new.id, new.body_id, new.year, new.number)
        or (old.released_version is not null
            and (old.is_public <> new.is_public or coalesce(new.released_version, 0) < old.released_version))
        or (old.state = 'WITHDRAWN' and new.state <> 'WITHDRAWN'))
    execute function paper_stays();

-- What happens to papers before they are released: as it is laid down, and as it went.

create table workflow_definition (
    id          uuid primary key,
    body_id     uuid not null,
    paper_type  text not null check (paper_type ~ '^[A-Z_]+$'),
    version     integer not null check (version > 0),
    design      text not null check (jsonb_typeof(design::jsonb) = 'object'),
    defined_by  text not null check (defined_by <> ''),
    defined_at  timestamptz not null,
    constraint workflow_definition_version unique (body_id, paper_type, version)
);

create table workflow_process (
    id                 uuid primary key,
    paper_id           uuid not null,
    body_id            uuid not null,
    definition_id      uuid not null references workflow_definition (id),
    author_office      uuid not null,
    after_change       text not null check (after_change in ('VOID', 'MARK')),
    after_refusal      text not null check (after_refusal in ('EVERYBODY', 'ONLY_OPEN')),
    state              text not null check (state in ('DRAFTING', 'RUNNING', 'RETURNED', 'RELEASED', 'WITHDRAWN')),
    round              integer not null check (round >= 0),
    financial_effects  boolean not null,
    begun_at           timestamptz not null,
    ended_at           timestamptz,
    version            bigint not null default 0,
    check ((state in ('RELEASED', 'WITHDRAWN')) = (ended_at is not null)),
    check (state <> 'RUNNING' or round > 0)
);
-- A paper goes one way at a time.
create unique index workflow_process_one on workflow_process (paper_id) where ended_at is null;
create index workflow_process_paper on workflow_process (paper_id);
create index workflow_process_author on workflow_process (author_office);

create table workflow_station (
    id                  uuid primary key,
    process_id          uuid not null references workflow_process (id),
    round               integer not null check (round > 0),
    step                integer not null check (step > 0),
    place               integer not null check (place > 0),
    name                text not null check (name <> ''),
    kind                text not null check (kind in ('CO_SIGN', 'APPROVE', 'RELEASE')),
    office_id           uuid,
    in_order            boolean not null,
    automatic           boolean not null,
    working_days        integer not null check (working_days >= 0),
    may_be_passed_over  boolean not null,
    state               text not null
        check (state in ('PLANNED', 'ASKED', 'DONE', 'REFUSED', 'PASSED_OVER', 'CLOSED')),
    times_asked         integer not null check (times_asked >= 0),
    asked_at            timestamptz,
    due                 date,
    done_at             timestamptz,
    fingerprint         text check (fingerprint ~ '^[0-9a-f]{64}$'),
    kept                boolean not null,
    unique (process_id, round, step, place),
    constraint workflow_station_office_once unique (process_id, round, step, office_id),
    check ((kind = 'RELEASE') = (office_id is null)),
    check (not automatic or kind = 'RELEASE'),
    check ((times_asked > 0) = (asked_at is not null)),
    check (state not in ('ASKED', 'DONE', 'REFUSED', 'PASSED_OVER') or times_asked > 0),
    check ((state in ('PLANNED', 'ASKED')) = (done_at is null)),
    check (state not in ('DONE', 'REFUSED', 'PASSED_OVER') or fingerprint is not null)
);
create index workflow_station_asked on workflow_station (office_id) where state = 'ASKED';
create index workflow_station_office on workflow_station (office_id);

create table workflow_act (
    id                 uuid primary key,
    process_id         uuid not null references workflow_process (id),
    position           integer not null check (position > 0),
    round              integer not null check (round >= 0),
    kind               text not null check (kind in ('BEGUN', 'SUBMITTED', 'CO_SIGNED', 'APPROVED', 'REFUSED', 'ASKED_ALSO',
        'CALLED_BACK', 'PASSED_OVER', 'VOIDED', 'RELEASED', 'ENDED')),
    station_id         uuid references workflow_station (id) deferrable initially deferred,
    asking             integer,
    office_id          uuid,
    person_id          uuid,
    name               text not null check (name <> ''),
    on_behalf_of       uuid,
    on_behalf_of_name  text,
    comment            text not null,
    fingerprint        text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    at                 timestamptz not null,
    unique (process_id, position),
    check (kind not in ('REFUSED', 'PASSED_OVER') or comment <> ''),
    check ((station_id is null) = (asking is null)),
    check (kind not in ('CO_SIGNED', 'APPROVED', 'REFUSED', 'PASSED_OVER', 'VOIDED', 'ASKED_ALSO')
        or (station_id is not null and office_id is not null)),
    check ((on_behalf_of is null) = (on_behalf_of_name is null)),
    check (on_behalf_of <> person_id)
);
-- Who is asked once answers once, however many press at the same time.
create unique index workflow_act_once on workflow_act (station_id, asking)
    where kind in ('CO_SIGNED', 'APPROVED', 'REFUSED', 'PASSED_OVER', 'RELEASED');

create table workflow_stand_in (
    id             uuid primary key,
    office_id      uuid not null,
    principal_id   uuid not null,
    substitute_id  uuid not null,
    first_day      date not null,
    last_day       date not null,
    named_by       text not null check (named_by <> ''),
    named_at       timestamptz not null,
    check (principal_id <> substitute_id),
    check (last_day >= first_day - 1),
    constraint workflow_stand_in_one_at_a_time
        exclude using gist (office_id with =, daterange(first_day, last_day, '[]') with &&) where (last_day >= first_day)
);
create index workflow_stand_in_substitute on workflow_stand_in (substitute_id);

create function workflow_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was put on record stays on record (%)', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

create trigger workflow_definition_stays before update or delete on workflow_definition
    for each row execute function workflow_stays();
create trigger workflow_act_stays before update or delete on workflow_act
    for each row execute function workflow_stays();
create trigger workflow_station_is_kept before delete on workflow_station
    for each row execute function workflow_stays();
create trigger workflow_process_is_kept before delete on workflow_process
    for each row execute function workflow_stays();
create trigger workflow_process_ends_once before update on workflow_process
    for each row when (old.ended_at is not null or (old.id, old.paper_id, old.body_id, old.definition_id, old.author_office)
        is distinct from (new.id, new.paper_id, new.body_id, new.definition_id, new.author_office))
    execute function workflow_stays();
create trigger workflow_stand_in_is_kept before delete on workflow_stand_in
    for each row execute function workflow_stays();
create trigger workflow_stand_in_only_ends before update on workflow_stand_in
    for each row when (new.last_day > old.last_day or (old.id, old.office_id, old.principal_id, old.substitute_id, old.first_day)
        is distinct from (new.id, new.office_id, new.principal_id, new.substitute_id, new.first_day))
    execute function workflow_stays();

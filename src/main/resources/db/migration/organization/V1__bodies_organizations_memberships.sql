-- Bodies, organizations, persons and who belonged to what when. Days are calendar days of the body; a last day counts.
create extension if not exists btree_gist;

create table organization_body (
    id            uuid primary key,
    name          text not null unique check (name <> ''),
    short_name    text not null check (short_name <> ''),
    land          text not null check (land ~ '^[A-Z]{2}$'),
    zone          text not null check (zone <> ''),
    contact       text not null,
    color         text check (color ~ '^#[0-9a-f]{6}$'),
    coat_of_arms  text check (coat_of_arms like '<svg%'),
    version       bigint not null default 0
);

create table organization_term (
    id         uuid primary key,
    body_id    uuid not null references organization_body (id),
    name       text not null check (name <> ''),
    first_day  date not null,
    last_day   date not null,
    check (last_day > first_day),
    constraint organization_term_one_at_a_time
        exclude using gist (body_id with =, daterange(first_day, last_day, '[]') with &&)
);

create table organization_organization (
    id              uuid primary key,
    body_id         uuid not null references organization_body (id),
    name            text not null check (name <> ''),
    short_name      text not null check (short_name <> ''),
    classification  text not null check (classification in
        ('COUNCIL', 'COMMITTEE', 'ADVISORY_BOARD', 'DISTRICT_COUNCIL', 'POLITICAL_GROUP')),
    legal_strength  integer not null check (legal_strength > 0),
    color           text check (color ~ '^#[0-9a-f]{6}$'),
    last_day        date,
    version         bigint not null default 0,
    constraint organization_organization_short_name unique (body_id, short_name),
    -- lets a membership state what it belongs to
    unique (id, body_id, classification),
    check ((classification = 'POLITICAL_GROUP') = (color is not null))
);

-- By which rules an organization meets from a day on. The latest entry for a day holds; none is ever changed.
create table organization_rules (
    organization_id  uuid not null references organization_organization (id),
    valid_from       date not null,
    recorded_at      timestamptz not null,
    preset           text not null check (preset in ('THUERINGEN', 'NORDRHEIN_WESTFALEN', 'ASSOCIATION')),
    changes          jsonb not null check (jsonb_typeof(changes) = 'object'),
    primary key (organization_id, valid_from, recorded_at)
);

create function organization_rules_stay() returns trigger language plpgsql as $$
begin
    raise exception 'rules of procedure that were once in force stay on record' using errcode = 'RS010';
end $$;
create trigger organization_rules_stay before update or delete on organization_rules
    for each row execute function organization_rules_stay();

create table organization_person (
    id            uuid primary key,
    title         text not null,
    given_name    text not null check (given_name <> ''),
    family_name   text not null check (family_name <> ''),
    address_form  text check (address_form in ('MS', 'MR')),
    mail          text check (mail like '_%@_%'),
    version       bigint not null default 0
);
create index organization_person_name on organization_person (family_name, given_name);

create table organization_membership (
    id               uuid primary key,
    organization_id  uuid not null,
    body_id          uuid not null,
    classification   text not null,
    person_id        uuid not null references organization_person (id),
    role             text not null check (role in
        ('CHAIR', 'DEPUTY_CHAIR', 'MEMBER', 'SUBSTITUTE', 'ADVISORY_MEMBER', 'GUEST')),
    votes            boolean not null,
    stands_in_for    uuid references organization_person (id),
    seat             integer check (seat > 0),
    first_day        date not null,
    last_day         date,
    version          bigint not null default 0,
    foreign key (organization_id, body_id, classification)
        references organization_organization (id, body_id, classification),
    check (last_day >= first_day),
    check ((role = 'SUBSTITUTE') = (stands_in_for is not null)),
    check (stands_in_for <> person_id),
    check (not votes or role in ('CHAIR', 'DEPUTY_CHAIR', 'MEMBER')),
    constraint organization_membership_once
        exclude using gist (organization_id with =, person_id with =, daterange(first_day, last_day, '[]') with &&),
    constraint organization_membership_one_chair
        exclude using gist (organization_id with =, daterange(first_day, last_day, '[]') with &&)
        where (role = 'CHAIR'),
    constraint organization_membership_one_group
        exclude using gist (body_id with =, person_id with =, daterange(first_day, last_day, '[]') with &&)
        where (classification = 'POLITICAL_GROUP'),
    constraint organization_membership_seat
        exclude using gist (organization_id with =, seat with =, daterange(first_day, last_day, '[]') with &&)
        where (seat is not null)
);
create index organization_membership_person on organization_membership (person_id);

-- A membership ends; it is never taken away.
create function organization_membership_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a membership ends, it is not deleted' using errcode = 'RS011';
end $$;
create trigger organization_membership_stays before delete on organization_membership
    for each row execute function organization_membership_stays();

-- Elections: what is elected, who stands, each round with its counts, lots, and who was elected. No table knows who voted how.
create table election_election (
    id          uuid primary key,
    meeting_id  uuid not null,
    item_id     uuid not null,
    is_public   boolean not null,
    kind        text not null check (kind in ('PERSONS', 'LISTS', 'GROUPS')),
    office      text not null check (office <> ''),
    seats       integer not null check (seats between 1 and 999),
    seat_method text not null check (seat_method in ('HARE_NIEMEYER', 'SAINTE_LAGUE', 'D_HONDT')),
    state       text not null check (state in
        ('NOMINATING', 'RUNNING', 'LOT', 'DECIDED', 'FAILED', 'CANCELLED', 'REPEATED')),
    tellers     uuid[] not null default '{}',
    reason      text check (reason <> ''),
    repeats     uuid unique references election_election (id),
    prepared_at timestamptz not null,
    check ((state in ('CANCELLED', 'REPEATED')) = (reason is not null))
);
create index election_election_meeting on election_election (meeting_id);

create table election_candidate (
    id          uuid primary key,
    election_id uuid not null references election_election (id),
    position    integer not null,
    name        text not null check (name <> ''),
    person_id   uuid,
    proposed_by text not null,
    consented   boolean not null,
    members     text[] not null default '{}',
    strength    integer not null default 0 check (strength >= 0),
    unique (election_id, name),
    unique (election_id, person_id)
);

create table election_round (
    id            uuid primary key,
    election_id   uuid not null references election_election (id),
    meeting_id    uuid not null,
    number        integer not null,
    kind          text not null check (kind in ('FIRST', 'RUN_OFF', 'AGAIN')),
    seats         integer not null check (seats >= 1),
    candidates    uuid[] not null check (cardinality(candidates) >= 1),
    state         text not null check (state in ('PROPOSED', 'OPEN', 'COUNTING', 'SETTLED', 'CANCELLED')),
    attempt       integer not null default 1,
    entitled      integer check (entitled >= 0),
    handed_out    integer check (handed_out >= 0),
    opened_at     timestamptz,
    settled_at    timestamptz,
    cancelled_for text check (cancelled_for <> ''),
    unique (election_id, number),
    check (handed_out <= entitled),
    check (state in ('PROPOSED', 'CANCELLED') or opened_at is not null),
    check (state not in ('COUNTING', 'SETTLED') or (entitled is not null and handed_out is not null)),
    check ((state = 'SETTLED') = (settled_at is not null)),
    check ((state = 'CANCELLED') = (cancelled_for is not null))
);
-- One round at a time in a meeting.
create unique index election_round_running on election_round (meeting_id) where state in ('OPEN', 'COUNTING');

-- What one teller counted. Votes stand in the order of the round's candidates.
create table election_count (
    round_id   uuid not null references election_round (id),
    attempt    integer not null,
    teller     uuid not null,
    in_urn     integer not null check (in_urn >= 0),
    blank      integer not null check (blank >= 0),
    invalid    integer not null check (invalid >= 0),
    no         integer not null check (no >= 0),
    votes      integer[] not null check (0 <= all (votes)),
    entered_at timestamptz not null,
    primary key (round_id, attempt, teller),
    check (blank + invalid <= in_urn)
);

create table election_lot (
    id          uuid primary key,
    election_id uuid not null references election_election (id),
    round_id    uuid references election_round (id),
    purpose     text not null check (purpose in ('SEATS', 'RUN_OFF', 'LISTS')),
    among       uuid[] not null,
    places      integer not null check (places >= 1 and places < cardinality(among)),
    state       text not null check (state in ('COLLECTING', 'OPENING', 'DRAWN', 'DRAWN_BY_HAND')),
    attempt     integer not null default 1,
    drawn       uuid[] check (cardinality(drawn) = places and drawn <@ among),
    witness     text check (witness <> ''),
    drawn_at    timestamptz,
    check ((state in ('DRAWN', 'DRAWN_BY_HAND')) = (drawn is not null)),
    check ((drawn is not null) = (drawn_at is not null)),
    check ((state = 'DRAWN_BY_HAND') = (witness is not null))
);
create unique index election_lot_open on election_lot (election_id) where drawn is null;

-- What members contributed to a lot. A secret is stored only if it is the one that was committed to.
create table election_contribution (
    lot_id       uuid not null references election_lot (id),
    attempt      integer not null,
    person_id    uuid not null,
    commitment   text not null check (commitment ~ '^[0-9a-f]{64}$'),
    secret       text check (secret ~ '^[0-9a-f]{64}$'),
    committed_at timestamptz not null,
    primary key (lot_id, attempt, person_id),
    check (secret is null or commitment = encode(sha256(convert_to(
        E'ratssaal-lot-1\n' || lot_id || '/' || attempt || E'\n' || person_id || E'\n' || secret || E'\n', 'UTF8')), 'hex'))
);

create table election_elected (
    election_id  uuid not null references election_election (id),
    candidate_id uuid not null references election_candidate (id),
    round_id     uuid references election_round (id),
    seats        integer not null check (seats >= 1),
    by_lot       boolean not null,
    rank         integer not null,
    answer       text check (answer in ('ACCEPTED', 'DECLINED')),
    primary key (election_id, candidate_id)
);

-- What was counted and drawn stays as it was.
create function election_result_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a result stays as it was settled' using errcode = 'RS003';
end $$;
create trigger election_round_stays before update or delete on election_round
    for each row when (old.state in ('SETTLED', 'CANCELLED')) execute function election_result_stays();
create trigger election_count_stays before update or delete on election_count
    for each row execute function election_result_stays();
create trigger election_lot_stays before update or delete on election_lot
    for each row when (old.drawn is not null) execute function election_result_stays();
create trigger election_contribution_stays before update or delete on election_contribution
    for each row when (old.secret is not null) execute function election_result_stays();
create trigger election_answer_stays before update or delete on election_elected
    for each row when (old.answer is not null) execute function election_result_stays();
create trigger election_count_not_emptied before truncate on election_count
    for each statement execute function election_result_stays();

-- Nobody changes what they committed to, and nobody comes in once the first secret may be known.
create function election_commitment_stays() returns trigger language plpgsql as $$
declare
    lot record;
begin
    select state, attempt into lot from election_lot where id = new.lot_id;
    if tg_op = 'INSERT' and (lot.state <> 'COLLECTING' or lot.attempt <> new.attempt or new.secret is not null) then
        raise exception 'lot % takes no contribution', new.lot_id using errcode = 'RS004';
    end if;
    if tg_op = 'UPDATE' and (lot.state <> 'OPENING' or new.commitment <> old.commitment or new.attempt <> old.attempt
            or new.person_id <> old.person_id) then
        raise exception 'a commitment stays' using errcode = 'RS004';
    end if;
    return new;
end $$;
create trigger election_commitment_stays before insert or update on election_contribution
    for each row execute function election_commitment_stays();

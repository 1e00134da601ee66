-- Secret votes by device: how far each is, its voters, its ballots, and the record that is published. Which voter registered which
-- credential stands nowhere: while devices register only one node's memory knows it.
create table urn_poll (
    -- of the poll or the round that is decided
    poll_id          uuid primary key,
    kind             text not null check (kind in ('POLL', 'ROUND')),
    meeting_id       uuid not null,
    item_id          uuid not null,
    ceremony_id      uuid not null,
    -- of the election, as its definition spells it
    uuid             text not null unique check (uuid ~ '^[1-9A-HJ-NP-Za-km-z]{14,64}$'),
    state            text not null check (state in
        ('REGISTERING', 'OPEN', 'DECRYPTING', 'CONFIRMING', 'CONFIRMED', 'SETTLED', 'REFUSED', 'CANCELLED')),
    -- registrations are collected in the memory of one node; another number means that they are collected anew
    attempt          integer not null default 1 check (attempt >= 1),
    collector        text not null,
    collector_key    text not null,
    threshold        integer not null check (threshold >= 1),
    election         text,
    trustees         text not null,
    credentials      text,
    created_at       timestamptz,
    opened_at        timestamptz,
    closed_at        timestamptz,
    ballots          integer check (ballots >= 0),
    -- last event of the record, and how many there are
    head             text check (head ~ '^[0-9a-f]{64}$'),
    height           integer not null default 0 check (height >= 0),
    opening_head     text check (opening_head ~ '^[0-9a-f]{64}$'),
    closing_head     text check (closing_head ~ '^[0-9a-f]{64}$'),
    result_head      text check (result_head ~ '^[0-9a-f]{64}$'),
    tally            text,
    -- how often each place of the ballot was marked, in its order
    counts           integer[] check (cardinality(counts) >= 1 and 0 <= all (counts)),
    cancelled_for    text check (cancelled_for <> ''),
    check ((height = 0) = (head is null)),
    check (state in ('REGISTERING', 'CANCELLED') or (election is not null and credentials is not null
        and created_at is not null and opened_at is not null and opening_head is not null)),
    check (state not in ('DECRYPTING', 'CONFIRMING', 'CONFIRMED', 'SETTLED', 'REFUSED')
        or (closed_at is not null and ballots is not null and closing_head is not null and tally is not null)),
    check (state not in ('CONFIRMING', 'CONFIRMED', 'SETTLED', 'REFUSED')
        or (result_head is not null and counts is not null)),
    check (counts is null or ballots >= all (counts)),
    check ((state = 'CANCELLED') = (cancelled_for is not null))
);
create index urn_poll_meeting on urn_poll (meeting_id);
create index urn_poll_running on urn_poll (state) where state not in ('SETTLED', 'CANCELLED');

create function urn_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was published of a secret vote stays' using errcode = 'RS032';
end $$;

-- There is no way back, and what was published once stays as it was.
create function urn_poll_goes_on() returns trigger language plpgsql as $$
begin
    if old.state = 'CANCELLED' and (old.opened_at is not null or new.state not in ('CANCELLED', 'REGISTERING'))
            or old.state <> new.state and not (
                old.state = 'CANCELLED' and new.state = 'REGISTERING'
                or old.state = 'REGISTERING' and new.state in ('OPEN', 'CANCELLED')
                or old.state = 'OPEN' and new.state in ('DECRYPTING', 'CANCELLED')
                or old.state = 'DECRYPTING' and new.state in ('CONFIRMING', 'CANCELLED')
                or old.state = 'CONFIRMING' and new.state in ('CONFIRMED', 'REFUSED', 'CANCELLED')
                or old.state = 'CONFIRMED' and new.state in ('SETTLED', 'REFUSED', 'CANCELLED')
                or old.state = 'REFUSED' and new.state = 'CANCELLED') then
        raise exception 'a secret vote does not go from % to %', old.state, new.state using errcode = 'RS032';
    end if;
    if old.opened_at is not null and (
            (new.uuid, new.kind, new.ceremony_id, new.threshold, new.election, new.trustees, new.credentials, new.created_at, new.opened_at,
                new.opening_head)
            is distinct from
            (old.uuid, old.kind, old.ceremony_id, old.threshold, old.election, old.trustees, old.credentials, old.created_at, old.opened_at,
                old.opening_head)
            or new.height < old.height
            or old.closing_head is not null and (new.closing_head, new.tally, new.ballots, new.closed_at)
                is distinct from (old.closing_head, old.tally, old.ballots, old.closed_at)
            or old.result_head is not null and (new.result_head, new.counts)
                is distinct from (old.result_head, old.counts)) then
        raise exception 'what was published of a secret vote stays' using errcode = 'RS032';
    end if;
    return new;
end $$;
create trigger urn_poll_goes_on before update on urn_poll for each row execute function urn_poll_goes_on();
create trigger urn_poll_stays before delete on urn_poll for each row execute function urn_stays();

-- Whose device has registered. With what it has registered is nobody's to know.
create table urn_ready (
    poll_id    uuid not null,
    attempt    integer not null,
    person_id  uuid not null,
    primary key (poll_id, attempt, person_id)
);

-- Who takes part, written at the opening in the order of this column; the credentials are written in theirs.
create table urn_voter (
    poll_id    uuid not null,
    person_id  uuid not null,
    primary key (poll_id, person_id)
);
create trigger urn_voter_stays before update or delete on urn_voter for each row execute function urn_stays();

-- The urn. No time, no number, no person: its key is the hash of the ballot. There is no foreign key on purpose: it would have all
-- who vote at the same moment write to the one row of the poll.
create table urn_ballot (
    poll_id     uuid not null,
    tracker     text not null check (length(tracker) = 43),
    credential  text not null,
    content     text not null check (length(content) <= 1000000),
    -- whether it stands in the record that is published
    mixed       boolean not null default false,
    primary key (poll_id, tracker),
    unique (poll_id, credential)
);
create index urn_ballot_waiting on urn_ballot (poll_id) where not mixed;

-- Closing takes the same lock alone: it waits for ballots that were let in, and whoever comes later finds the urn shut.
create function urn_ballot_only_while_open() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(new.poll_id::text, 4));
    if not exists (select from urn_poll where poll_id = new.poll_id and state = 'OPEN') then
        raise exception 'urn % is not open', new.poll_id using errcode = 'RS031';
    end if;
    return new;
end $$;
create trigger urn_ballot_only_while_open before insert on urn_ballot
    for each row execute function urn_ballot_only_while_open();
create trigger urn_ballot_stays before delete on urn_ballot for each row execute function urn_stays();
create trigger urn_ballot_is_mixed before update on urn_ballot
    for each row when (old.mixed or not new.mixed or (new.poll_id, new.tracker, new.credential, new.content)
        is distinct from (old.poll_id, old.tracker, old.credential, old.content))
    execute function urn_stays();

-- The published record, entry by entry.
create table urn_entry (
    poll_id   uuid not null references urn_poll (poll_id),
    position  integer not null check (position >= 0),
    name      text not null check (name ~ '^[0-9a-f]{64}\.(data|event)\.json$'),
    content   text not null,
    primary key (poll_id, position)
);
create trigger urn_entry_stays before update or delete on urn_entry for each row execute function urn_stays();
create trigger urn_entry_not_emptied before truncate on urn_entry for each statement execute function urn_stays();
create trigger urn_ballot_not_emptied before truncate on urn_ballot for each statement execute function urn_stays();

create table urn_decryption (
    poll_id       uuid not null references urn_poll (poll_id),
    owner         integer not null check (owner >= 1),
    partial       text not null,
    strong        text not null,
    decrypted_at  timestamptz not null,
    primary key (poll_id, owner)
);
create trigger urn_decryption_stays before update or delete on urn_decryption for each row execute function urn_stays();

create table urn_confirmation (
    poll_id       uuid not null references urn_poll (poll_id),
    owner         integer not null check (owner >= 1),
    accepted      boolean not null,
    confirmed_at  timestamptz not null,
    primary key (poll_id, owner)
);
create trigger urn_confirmation_stays before update or delete on urn_confirmation
    for each row execute function urn_stays();

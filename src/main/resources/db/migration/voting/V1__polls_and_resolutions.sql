-- Polls, who may vote in them, the votes, and what was resolved.
create table voting_poll (
    id             uuid primary key,
    meeting_id     uuid not null,
    item_id        uuid not null,
    question       text not null check (question <> ''),
    wording        text not null,
    proposal       text,
    fingerprint    text not null check (length(fingerprint) = 64),
    with_changes   boolean not null,
    majority       text not null check (majority in
        ('OF_VOTES_CAST', 'TWO_THIRDS_OF_PRESENT', 'OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS')),
    is_public      boolean not null,
    state          text not null check (state in ('PREPARED', 'OPEN', 'CLOSED', 'CANCELLED')),
    prepared_at    timestamptz not null,
    opened_at      timestamptz,
    closed_at      timestamptz,
    cancelled_for  text,
    counted_yes         integer not null default 0 check (counted_yes >= 0),
    counted_no          integer not null default 0 check (counted_no >= 0),
    counted_abstentions integer not null default 0 check (counted_abstentions >= 0),
    yes            integer check (yes >= 0),
    no             integer check (no >= 0),
    abstentions    integer check (abstentions >= 0),
    recused        integer check (recused >= 0),
    entitled       integer check (entitled >= 0),
    outcome        text check (outcome in ('ADOPTED', 'ADOPTED_WITH_CHANGES', 'REJECTED')),
    version        bigint not null default 0,
    check (state in ('PREPARED', 'CANCELLED') or opened_at is not null),
    check ((state = 'CLOSED') = (outcome is not null)),
    check ((state in ('CLOSED', 'CANCELLED')) = (closed_at is not null)),
    check ((state = 'CANCELLED') = (cancelled_for is not null)),
    check (state <> 'CLOSED' or (yes is not null and no is not null and abstentions is not null
        and recused is not null and entitled is not null)),
    check (yes + no + abstentions <= entitled)
);
create index voting_poll_item on voting_poll (item_id);
-- One poll at a time in a meeting.
create unique index voting_poll_open on voting_poll (meeting_id) where state = 'OPEN';

-- Who may vote while the poll is open. A vote of anybody else cannot be stored.
create table voting_entitled (
    poll_id    uuid not null references voting_poll (id),
    person_id  uuid not null,
    primary key (poll_id, person_id)
);

create table voting_vote (
    poll_id     uuid not null,
    person_id   uuid not null,
    choice      text not null check (choice in ('YES', 'NO', 'ABSTENTION')),
    cast_at     timestamptz not null,
    receipt     uuid not null,
    entered_for boolean not null,
    primary key (poll_id, person_id),
    foreign key (poll_id, person_id) references voting_entitled (poll_id, person_id)
);

-- A vote is stored only while its poll is open, and stays as it is. Closing takes the same lock alone, so it waits for
-- votes that are being stored, and every later one finds the poll closed.
create function voting_vote_only_while_open() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended(new.poll_id::text, 1));
    if not exists (select 1 from voting_poll where id = new.poll_id and state = 'OPEN') then
        raise exception 'poll % is not open', new.poll_id using errcode = 'RS001';
    end if;
    return new;
end $$;
create trigger voting_vote_only_while_open before insert on voting_vote
    for each row execute function voting_vote_only_while_open();

create function voting_vote_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a vote stays as it was cast' using errcode = 'RS002';
end $$;
create trigger voting_vote_stays before update or delete on voting_vote
    for each row execute function voting_vote_stays();

create table voting_resolution (
    id          uuid primary key,
    meeting_id  uuid not null,
    item_id     uuid not null,
    poll_id     uuid unique references voting_poll (id),
    outcome     text not null check (outcome in
        ('ADOPTED', 'ADOPTED_WITH_CHANGES', 'REJECTED', 'DEFERRED', 'REFERRED', 'NOTED', 'WITHDRAWN')),
    question    text not null,
    wording     text not null,
    proposal    text,
    fingerprint text not null,
    is_public   boolean not null,
    decided_at  timestamptz not null,
    check (poll_id is not null or outcome in ('DEFERRED', 'REFERRED', 'NOTED', 'WITHDRAWN'))
);
create index voting_resolution_item on voting_resolution (item_id);
create index voting_resolution_meeting on voting_resolution (meeting_id);

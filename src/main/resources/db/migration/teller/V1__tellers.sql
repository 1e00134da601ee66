-- Who counts secret votes and holds the shares of the key. What was named stays; another set replaces it.
create table teller_set (
    id              uuid primary key,
    organization_id uuid not null,
    size            integer not null check (size between 3 and 5),
    -- how many of them decrypt; never one alone
    threshold       integer not null check (threshold between 2 and size),
    named_by        text not null check (named_by <> ''),
    named_at        timestamptz not null,
    replaced_at     timestamptz check (replaced_at >= named_at)
);
create unique index teller_set_one_at_a_time on teller_set (organization_id) where replaced_at is null;

create table teller_seat (
    set_id    uuid not null references teller_set (id),
    index     integer not null check (index between 1 and 5),
    person_id uuid not null,
    -- as it was when they were named
    name      text not null check (name <> ''),
    primary key (set_id, index),
    unique (set_id, person_id)
);
create index teller_seat_person on teller_seat (person_id);

-- A set has as many seats as it says, numbered from 1 without a gap.
create function teller_seats_complete() returns trigger language plpgsql as $$
declare
    wanted integer := (select size from teller_set where id = new.id);
begin
    if (select count(*) filter (where index <= wanted) from teller_seat where set_id = new.id) <> wanted
        or exists (select 1 from teller_seat where set_id = new.id and index > wanted) then
        raise exception 'the set has not as many tellers as it says' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger teller_set_complete after insert on teller_set
    deferrable initially deferred for each row execute function teller_seats_complete();

-- Nobody joins a set later than in the transaction that named it.
create function teller_seat_in_time() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from teller_set where id = new.set_id and xmin = pg_current_xact_id()::xid) then
        raise exception 'the set was named already' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger teller_seat_in_time before insert on teller_seat for each row execute function teller_seat_in_time();

create trigger teller_seat_stays before update or delete on teller_seat
    for each row execute function base_stays();
create trigger teller_set_stays before update on teller_set
    for each row when (old.replaced_at is not null or new.replaced_at is null
        or (old.id, old.organization_id, old.size, old.threshold, old.named_by, old.named_at)
            is distinct from (new.id, new.organization_id, new.size, new.threshold, new.named_by, new.named_at))
    execute function base_stays();
create trigger teller_set_not_deleted before delete on teller_set for each row execute function base_stays();

-- The making of a key that nobody holds alone, in four rounds.
create table teller_ceremony (
    id        uuid primary key,
    set_id    uuid not null references teller_set (id),
    group_name text not null check (group_name <> ''),
    begun_by  text not null check (begun_by <> ''),
    begun_at  timestamptz not null,
    state     text not null check (state in ('RUNNING', 'ABORTED', 'DONE')),
    ended_at  timestamptz check (ended_at >= begun_at),
    -- who broke it off, and why
    ended_by  text check (ended_by <> ''),
    reason    text check (reason <> '' and length(reason) <= 200),
    -- the file that came out, byte by byte
    trustees  text check (trustees <> ''),
    check ((state = 'RUNNING') = (ended_at is null)),
    check ((state = 'ABORTED') = (reason is not null)),
    check ((state = 'ABORTED') = (ended_by is not null)),
    check ((state = 'DONE') = (trustees is not null))
);
create unique index teller_ceremony_one_at_a_time on teller_ceremony (set_id) where state = 'RUNNING';
create index teller_ceremony_set on teller_ceremony (set_id, begun_at desc);

-- What each teller published, byte by byte. Round 0 announces the message of round 1. Nothing in it is secret to anybody but the teller it is sealed for.
create table teller_message (
    ceremony_id uuid not null references teller_ceremony (id),
    round       integer not null check (round between 0 and 3),
    index       integer not null check (index between 1 and 5),
    message     text not null check (message <> '' and length(message) <= 65536),
    primary key (ceremony_id, round, index)
);

-- A message comes while the ceremony runs, of a teller in it, and after everybody's of the round before.
create function teller_message_in_turn() returns trigger language plpgsql as $$
declare
    running record;
begin
    select c.state, s.size into running
    from teller_ceremony c join teller_set s on s.id = c.set_id where c.id = new.ceremony_id for share of c;
    if running.state is distinct from 'RUNNING' or new.index > running.size or new.round > 0 and running.size <>
        (select count(*) from teller_message where ceremony_id = new.ceremony_id and round = new.round - 1) then
        raise exception 'the message is not in turn' using errcode = 'integrity_constraint_violation';
    end if;
    if new.round = 1 and (select message from teller_message
            where ceremony_id = new.ceremony_id and round = 0 and index = new.index) <> format('{"announced":"%s"}',
            encode(sha256(convert_to(concat_ws('|', 'ratssaal-first-1', new.ceremony_id, new.index, new.message), 'UTF8')), 'hex')) then
        raise exception 'the message is not the announced one' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger teller_message_in_turn before insert on teller_message
    for each row execute function teller_message_in_turn();
create trigger teller_message_stays before update or delete on teller_message
    for each row execute function base_stays();
create trigger teller_message_not_emptied before truncate on teller_message
    for each statement execute function base_stays();

-- It is done only when everybody has sent everything, and what it was begun with stays.
create function teller_ceremony_moves() returns trigger language plpgsql as $$
begin
    if old.state <> 'RUNNING' or (old.id, old.set_id, old.group_name, old.begun_by, old.begun_at)
            is distinct from (new.id, new.set_id, new.group_name, new.begun_by, new.begun_at)
        or new.state = 'DONE' and (select count(*) from teller_message where ceremony_id = old.id)
            <> 4 * (select size from teller_set where id = old.set_id) then
        raise exception 'the ceremony does not go this way' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger teller_ceremony_moves before update on teller_ceremony
    for each row execute function teller_ceremony_moves();
create trigger teller_ceremony_not_deleted before delete on teller_ceremony
    for each row execute function base_stays();
create trigger teller_ceremony_not_emptied before truncate on teller_ceremony
    for each statement execute function base_stays();

-- A round by hands that are raised, after the chair asked whether anybody objects; who objects makes it secret.
alter table election_round add column way text not null default 'PAPER' check (way in ('PAPER', 'HANDS'));
alter table election_round add column asked_at timestamptz;
alter table election_round add column objected boolean not null default false;
alter table election_round add constraint election_round_asked check (asked_at is not null or (way = 'PAPER' and not objected));
alter table election_round add constraint election_round_objected check (not (objected and way = 'HANDS'));
-- Hands are counted and entered at once: nobody counts them afterwards.
alter table election_round add constraint election_round_hands check (way = 'PAPER' or state <> 'COUNTING');

create table election_objection (
    round_id    uuid not null references election_round (id),
    person_id   uuid not null,
    entered_for boolean not null,
    said_at     timestamptz not null,
    primary key (round_id, person_id)
);

create function election_objection_in_time() returns trigger language plpgsql as $$
declare
    round record;
begin
    select state, asked_at into round from election_round where id = new.round_id;
    if round.state <> 'PROPOSED' or round.asked_at is null then
        raise exception 'nobody was asked about round %', new.round_id using errcode = 'RS004';
    end if;
    return new;
end $$;
create trigger election_objection_in_time before insert on election_objection
    for each row execute function election_objection_in_time();
create trigger election_objection_stays before update or delete on election_objection
    for each row execute function election_result_stays();
create trigger election_objection_not_emptied before truncate on election_objection
    for each statement execute function election_result_stays();

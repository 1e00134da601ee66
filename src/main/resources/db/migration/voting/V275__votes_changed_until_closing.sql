-- Where the rules say so, whoever voted may change their vote until the poll is closed. The row in voting_vote is the vote that
-- counts, and there is one for each voter; what it was before is kept.
alter table voting_poll
    add column correctable boolean not null default false,
    -- the end that the chair announced, and whether the vote then ends by itself
    add column ends_at timestamptz,
    add column ends_by_itself boolean not null default false,
    add check (ballot_mode <> 'SECRET' or (not correctable and ends_at is null)),
    add check (ends_at is null or (opened_at is not null and ends_at > opened_at)),
    add check (ends_at is not null or not ends_by_itself),
    -- nobody is cut off before the end that was announced
    add check (state <> 'CLOSED' or ends_at is null or closed_at >= ends_at or yes + no + abstentions = entitled);
create index voting_poll_ends on voting_poll (ends_at) where state = 'OPEN' and ends_by_itself;

create table voting_replaced_vote (
    poll_id      uuid not null,
    person_id    uuid not null,
    receipt      uuid not null,
    choice       text not null check (choice in ('YES', 'NO', 'ABSTENTION')),
    cast_at      timestamptz not null,
    entered_for  boolean not null,
    -- the vote that took its place
    replaced_by  uuid not null check (replaced_by <> receipt),
    replaced_at  timestamptz not null,
    primary key (poll_id, person_id, receipt),
    unique (poll_id, person_id, replaced_by),
    foreign key (poll_id, person_id) references voting_vote (poll_id, person_id)
);
create trigger voting_replaced_vote_stays before update or delete on voting_replaced_vote
    for each row execute function voting_result_stays();
create trigger voting_replaced_vote_not_emptied before truncate on voting_replaced_vote
    for each statement execute function voting_result_stays();
-- Only a change of a vote writes here.
create trigger voting_replaced_vote_written before insert on voting_replaced_vote
    for each row when (pg_trigger_depth() < 1) execute function voting_result_stays();

drop trigger voting_vote_stays on voting_vote;
create trigger voting_vote_stays before delete on voting_vote
    for each row execute function voting_vote_stays();

create function voting_vote_changes() returns trigger language plpgsql as $$
begin
    -- a vote that was replaced never comes back, however late the device sends it again
    if new.poll_id <> old.poll_id or new.person_id <> old.person_id or new.receipt = old.receipt
            or exists (select 1 from voting_replaced_vote r where r.poll_id = new.poll_id
                and r.person_id = new.person_id and r.receipt = new.receipt) then
        raise exception 'a vote stays as it was cast' using errcode = 'RS002';
    end if;
    -- closing takes the same lock alone, as for votes that are cast
    perform pg_advisory_xact_lock_shared(hashtextextended(new.poll_id::text, 1));
    if not exists (select 1 from voting_poll where id = new.poll_id and state = 'OPEN') then
        raise exception 'poll % is not open', new.poll_id using errcode = 'RS001';
    end if;
    if not exists (select 1 from voting_poll where id = new.poll_id and correctable) then
        raise exception 'a vote stays as it was cast' using errcode = 'RS002';
    end if;
    insert into voting_replaced_vote (poll_id, person_id, receipt, choice, cast_at, entered_for, replaced_by, replaced_at)
    values (old.poll_id, old.person_id, old.receipt, old.choice, old.cast_at, old.entered_for, new.receipt, new.cast_at);
    return new;
end $$;
create trigger voting_vote_changes before update on voting_vote
    for each row execute function voting_vote_changes();

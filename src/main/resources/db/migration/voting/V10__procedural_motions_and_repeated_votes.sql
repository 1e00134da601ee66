-- How a poll is taken, and what it decides.
alter table voting_poll
    add column ballot_mode text not null default 'OPEN' check (ballot_mode in ('OPEN', 'ROLL_CALL', 'SECRET')),
    add column purpose text not null default 'PROPOSAL' check (purpose in ('PROPOSAL', 'PROCEDURE')),
    -- out of the urn of a secret vote on paper
    add column invalid_ballots integer not null default 0 check (invalid_ballots >= 0),
    add check (ballot_mode = 'SECRET' or invalid_ballots = 0),
    -- in a roll call each vote stands beside a name
    add check (ballot_mode <> 'ROLL_CALL' or counted_yes + counted_no + counted_abstentions = 0);

-- In a secret vote nobody is noted by name: neither who may vote by device, nor a vote.
create function voting_secret_names_nobody() returns trigger language plpgsql as $$
begin
    if exists (select from voting_poll where id = new.poll_id and ballot_mode = 'SECRET') then
        raise exception 'a secret vote names nobody' using errcode = 'RS005';
    end if;
    return new;
end $$;
create trigger voting_secret_names_nobody before insert on voting_entitled
    for each row execute function voting_secret_names_nobody();

-- Motions on the procedure: they go before everything else on their item.
create table voting_motion (
    id           uuid primary key,
    meeting_id   uuid not null,
    item_id      uuid not null,
    kind         text not null check (kind in ('CLOSE_MEETING', 'PASS_TO_NEXT_ITEM', 'DEFER', 'REFER', 'INTERRUPT',
        'EXCLUDE_PUBLIC', 'END_DEBATE', 'CLOSE_LIST', 'SECRET_VOTE', 'ROLL_CALL', 'OTHER')),
    words        text not null check (length(words) <= 2000 and (kind <> 'OTHER' or words <> '')),
    moved_by     uuid not null,
    entered_for  boolean not null,
    moved_at     timestamptz not null,
    state        text not null check (state in ('PENDING', 'ADOPTED', 'REJECTED', 'WITHDRAWN')),
    decided_at   timestamptz,
    poll_id      uuid unique references voting_poll (id),
    asking       integer check (asking >= 0),
    yes          integer check (yes >= 0),
    no           integer check (no >= 0),
    abstentions  integer check (abstentions >= 0),
    check ((state = 'PENDING') = (decided_at is null)),
    check ((yes is null) = (no is null) and (no is null) = (abstentions is null)),
    -- roll call and secret vote are obtained by as many as ask for them, everything else by votes
    check (state not in ('ADOPTED', 'REJECTED') or (asking is not null) = (kind in ('SECRET_VOTE', 'ROLL_CALL'))),
    check (state not in ('ADOPTED', 'REJECTED') or (yes is not null) = (kind not in ('SECRET_VOTE', 'ROLL_CALL')))
);
create index voting_motion_meeting on voting_motion (meeting_id);
-- The same is moved once at a time.
create unique index voting_motion_pending on voting_motion (item_id, kind) where state = 'PENDING' and kind <> 'OTHER';
create trigger voting_motion_stays before update or delete on voting_motion
    for each row when (old.state <> 'PENDING') execute function voting_result_stays();
create trigger voting_motion_not_emptied before truncate on voting_motion
    for each statement execute function voting_result_stays();

-- A vote that has to be taken again. What was counted stays; its result holds no longer.
create table voting_annulment (
    poll_id      uuid primary key references voting_poll (id),
    reason       text not null check (reason <> ''),
    annulled_at  timestamptz not null
);
create trigger voting_annulment_stays before update or delete on voting_annulment
    for each row execute function voting_result_stays();
create trigger voting_annulment_not_emptied before truncate on voting_annulment
    for each statement execute function voting_result_stays();

alter table voting_resolution add column annulled_at timestamptz;
drop index voting_resolution_item;
create unique index voting_resolution_item on voting_resolution (item_id) where annulled_at is null;

drop trigger voting_resolution_stays on voting_resolution;
create function voting_resolution_ends_with_its_vote() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.annulled_at is null and new.annulled_at is not null
            and to_jsonb(new) - 'annulled_at' = to_jsonb(old) - 'annulled_at'
            and exists (select from voting_annulment a where a.poll_id = old.poll_id) then
        return new;
    end if;
    raise exception 'a result stays as it was settled' using errcode = 'RS003';
end $$;
create trigger voting_resolution_stays before update or delete on voting_resolution
    for each row execute function voting_resolution_ends_with_its_vote();

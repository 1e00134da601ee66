-- A member may have several votes, and may have left them to another who casts them. Both are fixed for a poll when somebody becomes
-- entitled in it: a change in the register changes no running poll.
alter table voting_entitled
    add column weight integer not null default 1 check (weight >= 1),
    -- who casts the vote, if not the voter, and by what it was left to them
    add column cast_by uuid check (cast_by <> person_id),
    add column delegation uuid,
    add column caster uuid generated always as (coalesce(cast_by, person_id)) stored,
    add check ((cast_by is null) = (delegation is null)),
    add constraint voting_entitled_caster unique (poll_id, person_id, caster);
create trigger voting_entitled_stays before update on voting_entitled
    for each row execute function voting_result_stays();
create trigger voting_entitled_not_emptied before truncate on voting_entitled
    for each statement execute function voting_result_stays();

-- A vote is stored only if it comes from who may cast it at that moment.
alter table voting_vote
    add column cast_by uuid check (cast_by <> person_id),
    add column caster uuid generated always as (coalesce(cast_by, person_id)) stored,
    drop constraint voting_vote_poll_id_person_id_fkey,
    add constraint voting_vote_entitled foreign key (poll_id, person_id, caster)
        references voting_entitled (poll_id, person_id, caster);

-- Nobody casts a vote for another that was not left to them, in this meeting and for this item. What a vote on several items together
-- tells of one of them is a copy of what was true then.
create function voting_caster_carries_the_vote() returns trigger language plpgsql as $$
begin
    if not exists (select from voting_poll p join attendance_delegation d on d.meeting_id = p.meeting_id
            where p.id = new.poll_id and d.id = new.delegation
                and d.member_id = new.person_id and d.holder_id = new.cast_by
                and (p.recorded_from is not null
                    or d.ended_at is null and (d.item_id is null or d.item_id = p.item_id))) then
        raise exception 'the vote was not left to who would cast it' using errcode = 'RS007';
    end if;
    return new;
end $$;
create trigger voting_caster_carries_the_vote before insert on voting_entitled
    for each row when (new.delegation is not null) execute function voting_caster_carries_the_vote();

-- A result is the votes that were stored, each with its weight, and the hands that were counted; hands are counted only where each is
-- one vote of who raises it.
create function voting_result_is_its_votes() returns trigger language plpgsql as $$
declare
    sums record;
begin
    select coalesce(sum(e.weight), 0) as entitled,
        coalesce(sum(e.weight) filter (where v.choice = 'YES'), 0) as yes,
        coalesce(sum(e.weight) filter (where v.choice = 'NO'), 0) as no,
        coalesce(sum(e.weight) filter (where v.choice = 'ABSTENTION'), 0) as abstentions,
        coalesce(bool_and(e.weight = 1 and e.cast_by is null), true) as by_hands
    into sums
    from voting_entitled e left join voting_vote v on v.poll_id = e.poll_id and v.person_id = e.person_id
    where e.poll_id = new.id;
    if (new.yes, new.no, new.abstentions, new.entitled) is distinct from
            (sums.yes + new.counted_yes, sums.no + new.counted_no, sums.abstentions + new.counted_abstentions,
                sums.entitled) then
        raise exception 'the result is not that of the votes' using errcode = 'RS008';
    end if;
    if not sums.by_hands and new.counted_yes + new.counted_no + new.counted_abstentions > 0 then
        raise exception 'hands do not say how many votes they are' using errcode = 'RS009';
    end if;
    return new;
end $$;
create trigger voting_result_is_its_votes before update on voting_poll
    for each row when (old.state = 'OPEN' and new.state = 'CLOSED' and new.ballot_mode <> 'SECRET')
    execute function voting_result_is_its_votes();

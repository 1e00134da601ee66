-- Where members have several votes their answers count as many, as they were when it began; and where the rules count votes for the
-- quorum, so does the agreement to decide in writing. A seat that nobody holds counts one vote, so that the votes of all members are
-- members - seats + votes.
alter table circular_member add column weight integer not null default 1 check (weight >= 1);

alter table circular_resolution disable trigger circular_resolution_changes;
alter table circular_resolution
    add column votes integer,
    add column of_votes boolean not null default false,
    add column recused_votes integer;
update circular_resolution set votes = seats, recused_votes = recused;
alter table circular_resolution enable trigger circular_resolution_changes;

do $$
declare
    old record;
begin
    for old in select conname from pg_constraint
            where conrelid = 'circular_resolution'::regclass and contype = 'c'
            and (pg_get_constraintdef(oid) like '%(yes + no)%' or pg_get_constraintdef(oid) like '%NOT_AGREED%agreement_denominator%') loop
        execute format('alter table circular_resolution drop constraint %I', old.conname);
    end loop;
end $$;
alter table circular_resolution
    alter column votes set not null,
    add constraint circular_votes check (votes >= seats),
    add constraint circular_recused_votes check (recused_votes between recused and votes),
    add constraint circular_recused_votes_decided check ((recused_votes is null) = (recused is null)),
    -- an answer is at least one vote; where votes agree, each is one
    add constraint circular_answers check (case when of_votes then agreed + objected = yes + no + abstentions
        else agreed + objected <= least(seats - recused, yes + no + abstentions) end),
    add constraint circular_answers_of_one_vote check (votes > seats or agreed + objected = yes + no + abstentions),
    add constraint circular_cast check (yes + no + abstentions <= votes - recused_votes),
    add constraint circular_agreement check (outcome is null or (outcome = 'NOT_AGREED')
        = (agreed * agreement_denominator
            < agreement_numerator * (case when of_votes then members - seats + votes else members end))),
    -- Before all have answered it is counted at its end only.
    add constraint circular_ended check
        (state <> 'DECIDED' or ended_at >= ends_at or yes + no + abstentions = votes - recused_votes);

create or replace function circular_members_complete() returns trigger language plpgsql as $$
declare
    which uuid := case tg_table_name when 'circular_resolution' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'circular_id')::uuid end;
begin
    if (select (count(*), sum(weight)) from circular_member where circular_id = which)
            is distinct from (select (seats::bigint, votes::bigint) from circular_resolution where id = which) then
        perform circular_refuse('those entitled are who was entitled when it began, with the votes that they had');
    end if;
    return null;
end $$;

create or replace function circular_resolution_changes() returns trigger language plpgsql as $$
declare
    counted record;
    excluded record;
    ends text[] := array['state', 'ended_at', 'withdrawn_for', 'recused', 'recused_votes', 'agreed', 'objected', 'yes', 'no',
        'abstentions', 'outcome', 'told_meeting_id', 'told_item_id'];
begin
    if tg_op = 'DELETE' then
        perform circular_refuse('what was asked stays');
    end if;
    if (to_jsonb(old) - ends) <> (to_jsonb(new) - ends) then
        perform circular_refuse('what was asked stays as it was asked');
    end if;
    if old.state <> 'RUNNING' then
        if (to_jsonb(old) - array['told_meeting_id', 'told_item_id'])
                <> (to_jsonb(new) - array['told_meeting_id', 'told_item_id']) or old.told_meeting_id is not null then
            perform circular_refuse('a result stays as it was settled');
        end if;
    elsif new.state = 'DECIDED' then
        select coalesce(sum(case when new.of_votes then m.weight else 1 end) filter (where a.agrees), 0) as agreed,
                coalesce(sum(case when new.of_votes then m.weight else 1 end) filter (where not a.agrees), 0) as objected,
                coalesce(sum(m.weight) filter (where a.choice = 'YES'), 0) as yes,
                coalesce(sum(m.weight) filter (where a.choice = 'NO'), 0) as no,
                coalesce(sum(m.weight) filter (where a.choice = 'ABSTENTION'), 0) as abstentions
            into counted from circular_answer a
                join circular_member m on m.circular_id = a.circular_id and m.person_id = a.person_id
            where a.circular_id = new.id;
        select count(*) as persons, coalesce(sum(m.weight), 0) as votes into excluded from circular_recusal r
            join circular_member m on m.circular_id = r.circular_id and m.person_id = r.person_id
            where r.circular_id = new.id;
        if (counted.agreed, counted.objected, counted.yes, counted.no, counted.abstentions)
                is distinct from (new.agreed, new.objected, new.yes, new.no, new.abstentions)
            or (new.recused, new.recused_votes) is distinct from (excluded.persons, excluded.votes) then
            perform circular_refuse('it is counted as it was answered');
        end if;
    end if;
    return new;
end $$;

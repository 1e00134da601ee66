-- Resolutions in writing between meetings (R13). What nobody was entitled to, what came late and what was counted otherwise
-- than it was answered cannot be stored.
create table circular_resolution (
    id                    uuid primary key,
    organization_id       uuid not null,
    paper_id              uuid,
    title                 text not null check (title <> ''),
    wording               text not null check (wording <> ''),
    proposal              text,
    fingerprint           text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    reason                text not null check (reason <> ''),
    is_public             boolean not null,
    agreement_numerator   integer not null check (agreement_numerator between 0 and agreement_denominator),
    agreement_denominator integer not null check (agreement_denominator >= 1),
    majority              text not null check (majority in
        ('OF_VOTES_CAST', 'TWO_THIRDS_OF_PRESENT', 'OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS')),
    source_statute        text not null,
    source_section        text not null,
    members               integer not null check (members >= 1),
    seats                 integer not null check (seats between 1 and members),
    begun_by              text not null check (begun_by <> ''),
    began_at              timestamptz not null,
    ends_at               timestamptz not null check (ends_at > began_at),
    state                 text not null check (state in ('RUNNING', 'DECIDED', 'WITHDRAWN')),
    ended_at              timestamptz check (ended_at >= began_at),
    withdrawn_for         text check (withdrawn_for <> ''),
    recused               integer check (recused between 0 and seats),
    agreed                integer check (agreed >= 0),
    objected              integer check (objected >= 0),
    yes                   integer check (yes >= 0),
    no                    integer check (no >= 0),
    abstentions           integer check (abstentions >= 0),
    outcome               text check (outcome in ('ADOPTED', 'REJECTED', 'NOT_AGREED')),
    told_meeting_id       uuid,
    told_item_id          uuid,
    check ((state = 'RUNNING') = (ended_at is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_for is not null)),
    check (num_nonnulls(recused, agreed, objected, yes, no, abstentions, outcome)
        = case state when 'DECIDED' then 7 else 0 end),
    check (agreed + objected = yes + no + abstentions),
    check (yes + no + abstentions <= seats - recused),
    check (outcome is null
        or (outcome = 'NOT_AGREED') = (agreed * agreement_denominator < agreement_numerator * members)),
    check (outcome <> 'ADOPTED' or majority <> 'OF_VOTES_CAST' or yes > no),
    check (outcome <> 'REJECTED' or majority <> 'OF_VOTES_CAST' or yes <= no),
    -- Before all have answered it is counted at its end only.
    check (state <> 'DECIDED' or ended_at >= ends_at or yes + no + abstentions = seats - recused),
    check ((told_meeting_id is null) = (told_item_id is null)),
    check (told_meeting_id is null or state = 'DECIDED')
);
create index circular_resolution_organization on circular_resolution (organization_id, began_at desc);
create index circular_resolution_paper on circular_resolution (paper_id);
create index circular_resolution_due on circular_resolution (ends_at) where state = 'RUNNING';

-- Who was entitled when it began.
create table circular_member (
    circular_id uuid not null references circular_resolution (id),
    person_id   uuid not null,
    primary key (circular_id, person_id)
);
create index circular_member_person on circular_member (person_id);

create table circular_recusal (
    circular_id uuid not null,
    person_id   uuid not null,
    entered_by  text not null check (entered_by <> ''),
    entered_at  timestamptz not null,
    primary key (circular_id, person_id),
    foreign key (circular_id, person_id) references circular_member (circular_id, person_id)
);

-- One answer of each member; who was not entitled has none.
create table circular_answer (
    circular_id uuid not null,
    person_id   uuid not null,
    agrees      boolean not null,
    choice      text not null check (choice in ('YES', 'NO', 'ABSTENTION')),
    way         text not null check (way in ('DEVICE', 'PAPER', 'MAIL')),
    note        text not null,
    entered_by  text not null check (entered_by <> ''),
    answered_at timestamptz not null,
    primary key (circular_id, person_id),
    foreign key (circular_id, person_id) references circular_member (circular_id, person_id),
    check ((way = 'DEVICE') = (note = ''))
);

create function circular_refuse(why text) returns void language plpgsql as $$
begin
    raise exception '%', why using errcode = 'integrity_constraint_violation';
end $$;

-- Exactly as many as were counted when it began: nobody is added later, nobody is taken away.
create function circular_members_complete() returns trigger language plpgsql as $$
declare
    which uuid := case tg_table_name when 'circular_resolution' then (to_jsonb(new) ->> 'id')::uuid
        else (to_jsonb(new) ->> 'circular_id')::uuid end;
begin
    if (select count(*) from circular_member where circular_id = which)
            <> (select seats from circular_resolution where id = which) then
        perform circular_refuse('those entitled are who was entitled when it began');
    end if;
    return null;
end $$;
create constraint trigger circular_resolution_members after insert on circular_resolution
    deferrable initially deferred for each row execute function circular_members_complete();
create constraint trigger circular_member_complete after insert on circular_member
    deferrable initially deferred for each row execute function circular_members_complete();

create function circular_stays() returns trigger language plpgsql as $$
begin
    perform circular_refuse('what was asked and who was entitled stays');
    return null;
end $$;
create trigger circular_member_stays before update or delete on circular_member
    for each row execute function circular_stays();
create trigger circular_member_not_emptied before truncate on circular_member
    for each statement execute function circular_stays();
create trigger circular_answer_not_emptied before truncate on circular_answer
    for each statement execute function circular_stays();
create trigger circular_resolution_not_emptied before truncate on circular_resolution
    for each statement execute function circular_stays();

-- Answers hold the row together, counting holds it alone: what is let in is counted, what comes later finds the end.
create function circular_only_while_running() returns trigger language plpgsql as $$
declare
    it circular_resolution;
    which uuid := case tg_op when 'DELETE' then old.circular_id else new.circular_id end;
begin
    select * into it from circular_resolution where id = which for share;
    if it.state <> 'RUNNING' then
        perform circular_refuse('it is over');
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if tg_op = 'UPDATE' and (old.circular_id, old.person_id) is distinct from (new.circular_id, new.person_id) then
        perform circular_refuse('an answer is of one member');
    end if;
    if tg_table_name = 'circular_answer' then
        if new.answered_at >= it.ends_at or new.answered_at < it.began_at then
            perform circular_refuse('an answer is given before the end');
        end if;
        if exists (select 1 from circular_recusal where circular_id = which and person_id = new.person_id) then
            perform circular_refuse('who is recused does not answer');
        end if;
    elsif exists (select 1 from circular_answer where circular_id = which and person_id = new.person_id) then
        perform circular_refuse('who is recused has not answered');
    end if;
    return new;
end $$;
create trigger circular_answer_only_while_running before insert or update or delete on circular_answer
    for each row execute function circular_only_while_running();
create trigger circular_recusal_only_while_running before insert or update or delete on circular_recusal
    for each row execute function circular_only_while_running();

-- It ends once, is counted as it was answered, and can afterwards only be put on an agenda, once.
create function circular_resolution_changes() returns trigger language plpgsql as $$
declare
    counted record;
begin
    if tg_op = 'DELETE' then
        perform circular_refuse('what was asked stays');
    end if;
    if (to_jsonb(old) - array['state', 'ended_at', 'withdrawn_for', 'recused', 'agreed', 'objected', 'yes', 'no',
                'abstentions', 'outcome', 'told_meeting_id', 'told_item_id'])
            <> (to_jsonb(new) - array['state', 'ended_at', 'withdrawn_for', 'recused', 'agreed', 'objected', 'yes', 'no',
                'abstentions', 'outcome', 'told_meeting_id', 'told_item_id']) then
        perform circular_refuse('what was asked stays as it was asked');
    end if;
    if old.state <> 'RUNNING' then
        if (to_jsonb(old) - array['told_meeting_id', 'told_item_id'])
                <> (to_jsonb(new) - array['told_meeting_id', 'told_item_id']) or old.told_meeting_id is not null then
            perform circular_refuse('a result stays as it was settled');
        end if;
    elsif new.state = 'DECIDED' then
        select count(*) filter (where agrees) as agreed, count(*) filter (where not agrees) as objected,
                count(*) filter (where choice = 'YES') as yes, count(*) filter (where choice = 'NO') as no,
                count(*) filter (where choice = 'ABSTENTION') as abstentions
            into counted from circular_answer where circular_id = new.id;
        if (counted.agreed, counted.objected, counted.yes, counted.no, counted.abstentions)
                is distinct from (new.agreed, new.objected, new.yes, new.no, new.abstentions)
            or new.recused <> (select count(*) from circular_recusal where circular_id = new.id) then
            perform circular_refuse('it is counted as it was answered');
        end if;
    end if;
    return new;
end $$;
create trigger circular_resolution_changes before update or delete on circular_resolution
    for each row execute function circular_resolution_changes();

-- An amendment, or one point of a text, is voted on by itself before the whole; several items are voted on together.
alter table voting_poll drop constraint voting_poll_purpose_check;
alter table voting_poll add constraint voting_poll_purpose_check
    check (purpose in ('PROPOSAL', 'PROCEDURE', 'AMENDMENT', 'POINT', 'TOGETHER'));

-- The result of a vote on several items is recorded for each as a poll of its own.
alter table voting_poll add column recorded_from uuid references voting_poll (id),
    add check (recorded_from is null or purpose = 'PROPOSAL');
create unique index voting_poll_recorded on voting_poll (recorded_from, item_id) where recorded_from is not null;

-- A whole can be rejected without a vote of its own: each of its points was.
alter table voting_resolution drop constraint voting_resolution_check;
alter table voting_resolution
    add column by_points boolean not null default false,
    add constraint voting_resolution_needs_poll check (poll_id is not null
        or outcome in ('DEFERRED', 'REFERRED', 'NOTED', 'WITHDRAWN') or (by_points and outcome = 'REJECTED')),
    add constraint voting_resolution_by_points check (not by_points or (poll_id is null and outcome = 'REJECTED'));

-- It ends with its vote, or, without one, when a vote on one of the points is taken again.
create or replace function voting_resolution_ends_with_its_vote() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.annulled_at is null and new.annulled_at is not null
            and to_jsonb(new) - 'annulled_at' = to_jsonb(old) - 'annulled_at'
            and (exists (select from voting_annulment a where a.poll_id = old.poll_id)
                or old.by_points and exists (select from voting_annulment a join voting_poll p on p.id = a.poll_id
                    where p.item_id = old.item_id and p.purpose = 'POINT')) then
        return new;
    end if;
    raise exception 'a result stays as it was settled' using errcode = 'RS003';
end $$;

-- Hands of a group, counted in the room. They add up to all hands that were counted.
create table voting_group_count (
    poll_id      uuid not null references voting_poll (id),
    group_id     uuid,
    yes          integer not null check (yes >= 0),
    no           integer not null check (no >= 0),
    abstentions  integer not null check (abstentions >= 0),
    check (yes + no + abstentions > 0),
    unique nulls not distinct (poll_id, group_id)
);

create function voting_groups_counted_while_open() returns trigger language plpgsql as $$
begin
    if not exists (select from voting_poll where id = coalesce(new.poll_id, old.poll_id) and state = 'OPEN'
            and ballot_mode = 'OPEN') then
        raise exception 'hands are counted by group while an open vote runs' using errcode = 'RS001';
    end if;
    return coalesce(new, old);
end $$;
create trigger voting_groups_counted_while_open before insert or update or delete on voting_group_count
    for each row execute function voting_groups_counted_while_open();
create trigger voting_group_count_not_emptied before truncate on voting_group_count
    for each statement execute function voting_result_stays();

create function voting_groups_add_up() returns trigger language plpgsql as $$
begin
    if exists (select from voting_group_count where poll_id = new.id
            having count(*) > 0 and (sum(yes), sum(no), sum(abstentions))
                is distinct from (new.counted_yes::bigint, new.counted_no::bigint, new.counted_abstentions::bigint)) then
        raise exception 'hands counted by group do not add up' using errcode = 'RS006';
    end if;
    return new;
end $$;
create trigger voting_groups_add_up before update on voting_poll
    for each row when (old.state = 'OPEN' and new.state = 'CLOSED') execute function voting_groups_add_up();

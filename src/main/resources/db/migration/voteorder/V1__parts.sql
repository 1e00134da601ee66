-- The points of a text that are voted on one by one, as it read then.
create table voteorder_separation (
    id          uuid primary key,
    meeting_id  uuid not null,
    item_id     uuid not null,
    proposal    text not null check (jsonb_typeof(proposal::jsonb) = 'object'),
    chosen_at   timestamptz not null,
    chosen_by   text not null check (chosen_by <> ''),
    ended_at    timestamptz check (ended_at >= chosen_at)
);
create unique index voteorder_separation_item on voteorder_separation (item_id) where ended_at is null;

-- What a poll on a part is about: an amendment, or a point of a text.
create table voteorder_part (
    poll_id        uuid primary key,
    meeting_id     uuid not null,
    item_id        uuid not null,
    amendment_id   uuid,
    separation_id  uuid references voteorder_separation (id),
    point          integer check (point > 0),
    opened_at      timestamptz not null,
    annulled_at    timestamptz,
    check ((amendment_id is null) = (separation_id is not null)),
    check ((separation_id is null) = (point is null))
);
create index voteorder_part_item on voteorder_part (item_id);

-- What a poll was about stays; only that its result holds no longer is added.
create function voteorder_part_keeps_its_subject() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.annulled_at is null
            and to_jsonb(new) - 'annulled_at' = to_jsonb(old) - 'annulled_at' then
        return new;
    end if;
    raise exception 'what a poll was about stays on record' using errcode = 'integrity_constraint_violation';
end $$;
create trigger voteorder_part_keeps_its_subject before update or delete on voteorder_part
    for each row execute function voteorder_part_keeps_its_subject();
create function voteorder_separation_keeps_its_text() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.ended_at is null and to_jsonb(new) - 'ended_at' = to_jsonb(old) - 'ended_at' then
        return new;
    end if;
    raise exception 'what was separated stays on record' using errcode = 'integrity_constraint_violation';
end $$;
create trigger voteorder_separation_keeps_its_text before update or delete on voteorder_separation
    for each row execute function voteorder_separation_keeps_its_text();

-- Several items that are put to the vote together.
create table voteorder_bloc (
    id           uuid primary key,
    meeting_id   uuid not null,
    lead_item    uuid not null,
    proposed_at  timestamptz not null,
    proposed_by  text not null check (proposed_by <> ''),
    poll_id      uuid unique,
    ended_at     timestamptz
);
-- One at a time in a meeting.
create unique index voteorder_bloc_meeting on voteorder_bloc (meeting_id) where ended_at is null;

create table voteorder_bloc_item (
    bloc_id      uuid not null references voteorder_bloc (id),
    item_id      uuid not null,
    place        integer not null check (place >= 0),
    question     text not null check (question <> ''),
    wording      text not null,
    proposal     text,
    with_changes boolean not null,
    taken_out_at timestamptz,
    objected_by  uuid,
    primary key (bloc_id, item_id),
    check (objected_by is null or taken_out_at is not null)
);

-- An item is taken out before the vote only, and what was put to the vote stays.
create function voteorder_bloc_item_keeps_its_text() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.taken_out_at is null
            and to_jsonb(new) - 'taken_out_at' - 'objected_by' = to_jsonb(old) - 'taken_out_at' - 'objected_by'
            and exists (select from voteorder_bloc b where b.id = old.bloc_id and b.poll_id is null and b.ended_at is null) then
        return new;
    end if;
    raise exception 'what was put to the vote together stays on record' using errcode = 'integrity_constraint_violation';
end $$;
create trigger voteorder_bloc_item_keeps_its_text before update or delete on voteorder_bloc_item
    for each row execute function voteorder_bloc_item_keeps_its_text();
create trigger voteorder_bloc_is_kept before delete on voteorder_bloc
    for each row execute function voteorder_bloc_item_keeps_its_text();

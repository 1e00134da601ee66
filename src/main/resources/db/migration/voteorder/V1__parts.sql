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

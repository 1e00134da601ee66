-- Items that were deferred, and the item of a later meeting that takes each of them up.
create table conduct_deferred (
    item_id          uuid primary key,
    meeting_id       uuid not null,
    organization_id  uuid not null,
    deferred_at      timestamptz not null,
    to_meeting_id    uuid,
    to_item_id       uuid unique,
    taken_up_at      timestamptz,
    check ((to_meeting_id is null) = (to_item_id is null) and (to_meeting_id is null) = (taken_up_at is null)),
    check (to_item_id <> item_id and to_meeting_id <> meeting_id)
);
create index conduct_deferred_organization on conduct_deferred (organization_id);
create index conduct_deferred_meeting on conduct_deferred (meeting_id);
create index conduct_deferred_to_meeting on conduct_deferred (to_meeting_id);

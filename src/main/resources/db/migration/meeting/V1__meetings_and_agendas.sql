-- Meetings, their agendas and the invitations to them.
create table meeting_meeting (
    id               uuid primary key,
    organization_id  uuid not null,
    title            text not null check (title <> ''),
    mode             text not null check (mode in ('IN_PERSON', 'HYBRID', 'DIGITAL')),
    starts_at        timestamptz not null,
    ends_at          timestamptz,
    place            text not null,
    public_access    text not null,
    state            text not null check (state in ('PLANNED', 'CONVENED', 'OPEN', 'INTERRUPTED', 'CLOSED', 'CANCELLED')),
    urgent           boolean not null default false,
    second_notice    boolean not null default false,
    convened_at      timestamptz,
    opened_at        timestamptz,
    closed_at        timestamptz,
    cancelled_reason text,
    conducted_by     uuid,
    current_item_id  uuid,
    version          bigint not null default 0,
    check (ends_at is null or ends_at > starts_at),
    check (mode = 'DIGITAL' or place <> ''),
    check (state not in ('CONVENED', 'OPEN', 'INTERRUPTED', 'CLOSED') or convened_at is not null),
    check (state not in ('OPEN', 'INTERRUPTED', 'CLOSED') or (opened_at is not null and conducted_by is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (closed_at is null or closed_at >= opened_at),
    check (current_item_id is null or state in ('OPEN', 'INTERRUPTED'))
);
create index meeting_meeting_calendar on meeting_meeting (organization_id, starts_at);
create index meeting_meeting_start on meeting_meeting (starts_at);

create table meeting_agenda_item (
    id          uuid primary key,
    meeting_id  uuid not null references meeting_meeting (id),
    parent_id   uuid references meeting_agenda_item (id) deferrable initially deferred,
    position    integer not null check (position >= 0),
    is_public   boolean not null,
    title       text not null check (title <> ''),
    state       text not null check (state in ('PENDING', 'CALLED', 'DONE')),
    called_at   timestamptz,
    done_at     timestamptz,
    check (parent_id <> id),
    check (state = 'PENDING' or called_at is not null),
    check ((state = 'DONE') = (done_at is not null)),
    constraint meeting_agenda_item_place
        unique nulls not distinct (meeting_id, parent_id, is_public, position) deferrable initially deferred,
    -- Only one item is before the meeting at a time.
    constraint meeting_agenda_item_called
        exclude using btree (meeting_id with =) where (state = 'CALLED') deferrable initially deferred
);
alter table meeting_meeting
    add foreign key (current_item_id) references meeting_agenda_item (id) deferrable initially deferred;

create table meeting_invitation (
    meeting_id   uuid not null references meeting_meeting (id),
    person_id    uuid not null,
    sent_at      timestamptz not null,
    delivered_at timestamptz,
    way          text check (way in ('MAIL', 'HANDED_OVER')),
    failure      text,
    opened_at    timestamptz,
    primary key (meeting_id, person_id),
    check ((delivered_at is null) = (way is null)),
    check (delivered_at is null or failure is null)
);

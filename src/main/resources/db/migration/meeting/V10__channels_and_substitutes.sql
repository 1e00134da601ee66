-- The way on which somebody agreed to be invited. Who agreed to none is invited as their body does by default.
create table meeting_channel (
    person_id       uuid primary key,
    channel         text not null check (channel in ('PORTAL', 'MAIL_PACKET', 'PRINT')),
    agreed_on       date not null,
    -- how the secretariat knows; none if the person chose it in their own account
    agreed_by       text check (agreed_by <> '' and length(agreed_by) <= 200),
    postal_address  text not null check (length(postal_address) <= 500),
    constraint meeting_channel_paper_needs_address check (channel <> 'PRINT' or postal_address <> '')
);

create table meeting_default_channel (
    body_id  uuid primary key,
    channel  text not null check (channel in ('PORTAL', 'MAIL_PACKET', 'PRINT'))
);

alter table meeting_invitation
    -- the one on which it went out
    add column channel text not null default 'PORTAL' check (channel in ('PORTAL', 'MAIL_PACKET', 'PRINT')),
    -- the member who cannot come, if it is the invitation of a substitute
    add column stands_in_for uuid,
    -- when a substitute learned that they are not needed after all
    add column withdrawn_at timestamptz,
    -- a substitute can be called, released and called again
    add column times integer not null default 1 check (times >= 1),
    add constraint meeting_invitation_withdrawn check (withdrawn_at is null or stands_in_for is not null),
    add constraint meeting_invitation_of_another check (stands_in_for <> person_id),
    drop constraint meeting_invitation_way_check,
    add constraint meeting_invitation_way_check check (way in ('MAIL', 'HANDED_OVER', 'PORTAL'));

-- One seat has one substitute at a time.
create unique index meeting_invitation_substitute on meeting_invitation (meeting_id, stands_in_for)
    where stands_in_for is not null and withdrawn_at is null;
create index meeting_invitation_person on meeting_invitation (person_id);

-- Of which items the invited were told: with the invitation, or when. What is not here came onto the agenda afterwards.
create table meeting_told_item (
    item_id     uuid primary key references meeting_agenda_item (id) on delete cascade,
    meeting_id  uuid not null references meeting_meeting (id),
    -- none if it stood in the invitation
    told_at     timestamptz
);
create index meeting_told_item_meeting on meeting_told_item (meeting_id);
-- Until now nothing could be added after the invitation.
insert into meeting_told_item (item_id, meeting_id)
    select i.id, m.id from meeting_agenda_item i join meeting_meeting m on m.id = i.meeting_id
    where m.convened_at is not null;

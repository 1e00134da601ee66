alter table meeting_agenda_item
    -- How long the secretariat thinks it takes.
    add column planned_minutes integer check (planned_minutes between 1 and 1440),
    -- The item together with which it is deliberated: in the same part of the same agenda.
    add column joint_with_id uuid,
    add constraint meeting_agenda_item_joint
        foreign key (joint_with_id, meeting_id, is_public) references meeting_agenda_item (id, meeting_id, is_public)
        deferrable initially deferred,
    add constraint meeting_agenda_item_joint_with_another check (joint_with_id <> id);

-- What stands on every agenda of an organization, before or after what is to be deliberated.
create table meeting_standing_item (
    organization_id  uuid not null,
    position         integer not null check (position >= 0),
    place            text not null check (place in ('BEFORE', 'AFTER')),
    is_public        boolean not null,
    title            text not null check (title <> '' and length(title) <= 400),
    planned_minutes  integer check (planned_minutes between 1 and 1440),
    primary key (organization_id, position)
);

-- A meeting can be convened a second time because another one could not decide for lack of quorum (R5).
alter table meeting_meeting
    add column repeats_meeting_id uuid references meeting_meeting (id),
    add constraint meeting_meeting_second_notice check (second_notice = (repeats_meeting_id is not null)),
    add constraint meeting_meeting_repeats_another check (repeats_meeting_id <> id);

alter table meeting_agenda_item
    -- Whether the second notice holds for the item: on any other the usual quorum is needed.
    add column called_again boolean not null default false,
    -- Why the public was excluded while the meeting ran (R11).
    add column excluded_because text check (excluded_because <> ''),
    add constraint meeting_agenda_item_excluded check (excluded_because is null or not is_public);

-- A meeting may have sound and picture from another provider than the others; a room keeps the one that it was opened with.
alter table conference_room add column provider text not null default 'EMBEDDED' check (provider <> '');
alter table conference_room alter column provider drop default;
alter table conference_choice alter column only_speaker_heard drop not null;
alter table conference_choice add column provider text check (provider <> '');

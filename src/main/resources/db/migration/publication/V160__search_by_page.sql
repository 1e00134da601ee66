-- Words are read as the members' search reads them, and files are found by page (ADR 0162). The copy is made anew at the start.
alter table publication_entry drop column search;
alter table publication_entry add column search tsvector not null default '';
alter table publication_entry alter column search drop default, alter column search set storage main;
create index publication_entry_search on publication_entry using gin (search);
drop index publication_entry_title;

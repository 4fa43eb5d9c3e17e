-- What persons decided about texts, in order; the last one of an item and a text holds, and without points takes it back.
create table marks (
    course text not null references courses (id),
    assignment text not null,
    person text not null references people (id),
    seq bigint not null,
    part text not null,
    item text not null,
    text_version text not null,
    points bigint,
    remark text not null,
    set_by text not null references people (id),
    set_at bigint not null,
    primary key (course, assignment, person, seq)
);

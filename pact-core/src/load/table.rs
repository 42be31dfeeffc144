//! Registers as CSV: comma, semicolon or tab; quoted cells; ISO and Danish dates; Danish headings.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::limits::{Limit, Limits};
use crate::{
    decode::{Decoder, Faulty, Lost, Meta, is_id},
    document::{
        pact::{Member, Role},
        register::{Column, Register},
        value::{Date, PartialDate, Ref, Refs},
    },
    fault::{FaultKind, SyntaxProblem},
    name::Name,
    source::{FileId, Span},
};

/// A first line `sep=;`, with which spreadsheets say what stands between cells.
fn separator_line(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    match line.trim_end().strip_prefix("sep=")?.as_bytes() {
        [delimiter @ (b';' | b',' | b'\t')] => Some((*delimiter, line.len())),
        _ => None,
    }
}

/// The byte between cells: what a first line `sep=` says, else whichever of `;`, `,` and tab the heading has most of.
pub(crate) fn delimiter(text: &str) -> u8 {
    if let Some((delimiter, _)) = separator_line(text) {
        return delimiter;
    }
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |wanted: u8| heading.bytes().filter(|&byte| byte == wanted).count();
    // The last of equals wins: a semicolon is what a Danish spreadsheet writes.
    [b'\t', b',', b';'].into_iter().max_by_key(|&byte| count(byte)).unwrap_or(b';')
}

/// A cell: its text without quotes and blanks around it, and its place.
struct Cell<'t> {
    text: Cow<'t, str>,
    /// The text stands so in the file, so that its parts have places of their own.
    verbatim: bool,
    span: Span,
}

impl Cell<'_> {
    /// The place of a part of the text, which begins `at` bytes into it.
    fn part(&self, at: usize, length: usize) -> Span {
        if self.verbatim {
            let start = self.span.start + offset(at);
            Span::new(self.span.file, start, start + offset(length))
        } else {
            self.span
        }
    }
}

/// The rows of a table with the places of their cells.
struct Rows<'t> {
    file: FileId,
    text: &'t str,
    at: usize,
    reader: Reader,
    buffer: Vec<u8>,
    /// The row in which the cells begin, from 1, as a spreadsheet counts.
    row: u32,
    line_breaks: usize,
    counted_to: usize,
    delimiter: u8,
    /// A quotation mark that nothing closes.
    unclosed: Option<Span>,
}

impl<'t> Rows<'t> {
    fn new(file: FileId, text: &'t str) -> Self {
        let delimiter = delimiter(text);
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let at = separator_line(text).map_or(0, |(_, length)| length);
        Self {
            file,
            text,
            at,
            reader,
            buffer: vec![0; 1024],
            row: 0,
            line_breaks: 0,
            counted_to: 0,
            delimiter,
            unclosed: None,
        }
    }

    /// Reads a row into `cells`; false at the end of the table.
    fn next(&mut self, cells: &mut Vec<Cell<'t>>) -> bool {
        cells.clear();
        // The reader takes the rest of a line break along with the next row; places must not include it.
        let skip = self.text.as_bytes().iter().skip(self.at).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let mut lead = skip;
        loop {
            let start = self.at + lead;
            let mut written = 0;
            let end_of_row = loop {
                let input = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
                let room = self.buffer.get_mut(written..).unwrap_or(&mut []);
                let (result, read, wrote) = self.reader.read_field(input, room);
                self.at += read;
                written += wrote;
                match result {
                    // An empty input tells the reader that the table ends here.
                    ReadFieldResult::InputEmpty => {}
                    ReadFieldResult::OutputFull => self.buffer.resize(self.buffer.len() * 2, 0),
                    ReadFieldResult::Field { record_end } => break Some(record_end),
                    ReadFieldResult::End => break None,
                }
            };
            let Some(end_of_row) = end_of_row else { break };
            let cell = self.cell(start, written);
            self.note_unclosed(start);
            cells.push(cell);
            lead = 0;
            if end_of_row {
                break;
            }
        }
        let Some(first) = cells.first() else { return false };
        let begin = first.span.start as usize;
        self.row = 1 + offset(self.breaks_before(begin));
        true
    }

    /// Rows above a place. Each byte of the table is looked at once over all calls.
    fn breaks_before(&mut self, at: usize) -> usize {
        let from = self.counted_to;
        self.line_breaks +=
            self.text.as_bytes().get(from..at).map_or(0, |part| part.iter().filter(|&&byte| byte == b'\n').count());
        self.counted_to = at.max(from);
        self.line_breaks
    }

    /// A cell in quotation marks that goes on to the end of the table has an odd number of them.
    fn note_unclosed(&mut self, start: usize) {
        let raw = self.text.get(start..self.at).filter(|raw| raw.starts_with('"')).unwrap_or("");
        let at_the_end = self.at >= self.text.len() && raw.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
        // One that holds a line break and a separator has swallowed rows: nobody's name is written so.
        let inside = raw.trim_end_matches(['\r', '\n']).rsplit_once('"').map_or("", |(inside, _)| inside);
        let swallowed = inside.contains('\n') && inside.bytes().any(|byte| byte == self.delimiter);
        if at_the_end || swallowed {
            self.unclosed = Some(Span::new(self.file, offset(start), offset(start + 1)));
        }
    }

    fn cell(&self, start: usize, written: usize) -> Cell<'t> {
        let mut end = self.at;
        let bytes = self.text.as_bytes();
        // What ended the cell is not part of it.
        if end > start
            && bytes.get(end - 1).is_some_and(|&byte| byte == self.delimiter || byte == b'\n' || byte == b'\r')
        {
            end -= 1;
        }
        let raw = self.text.get(start..end).unwrap_or("");
        let meant = self.buffer.get(..written).unwrap_or(&[]);
        let (lead, body) = match raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) {
            Some(body) if body.as_bytes() == meant => (1, body),
            _ => (0, raw),
        };
        if body.as_bytes() == meant {
            let text = body.trim();
            let from = start + lead + (body.len() - body.trim_start().len());
            let span = Span::new(self.file, offset(from), offset(from + text.len()));
            return Cell { text: Cow::Borrowed(text), verbatim: true, span };
        }
        let text = String::from_utf8_lossy(meant).trim().to_owned();
        Cell { text: Cow::Owned(text), verbatim: false, span: Span::new(self.file, offset(start), offset(end)) }
    }
}

/// Reads a register. Faulty cells are noted and the rest of their rows is kept.
///
/// A row without an id goes by `stem` and its number.
pub(crate) fn read(decoder: &mut Decoder<'_>, file: FileId, stem: &str, text: &str, limits: Limits) -> Register {
    let mut rows = Rows::new(file, text);
    let mut cells = Vec::new();
    if !rows.next(&mut cells) {
        return Register::default();
    }
    let Some(columns) = heading(decoder, &cells) else { return Register::default() };
    let unnamed = cells.iter().enumerate().filter(|(_, cell)| cell.text.is_empty()).map(|(at, _)| at).collect();
    let doubtful = columns.iter().zip(&cells).any(|(column, cell)| column.is_none() && !cell.text.is_empty());
    let register = Register { heading: row_span(&cells), columns: columns.clone(), doubtful, ..Register::default() };
    let mut reading = Reading { decoder, columns, register, unnamed, uneven: Vec::new(), limits };
    while rows.next(&mut cells) {
        if let Some(quote) = rows.unclosed {
            // Whatever follows the mark is one cell, so that nothing can be said of it.
            let words = "unclosed quote".to_owned();
            reading.decoder.fault(quote, FaultKind::Syntax { problem: SyntaxProblem::Quote, words });
            reading.decoder.gathered.lost.push(Lost::Section("members".to_owned()));
            break;
        }
        if reading.decoder.enter(row_span(&cells)).is_err() {
            break;
        }
        if cells.iter().any(|cell| !cell.text.is_empty()) {
            reading.row(&cells, &format!("{stem}-row-{}", rows.row));
        }
    }
    reading.finish()
}

/// The columns that the heading row names; nothing when it is no heading row.
fn heading(decoder: &mut Decoder<'_>, cells: &[Cell<'_>]) -> Option<Vec<Option<Column>>> {
    let known: Vec<Option<Column>> = cells.iter().map(|cell| Column::of(&cell.text)).collect();
    if known.iter().all(Option::is_none) {
        let found = cells.iter().map(|cell| cell.text.to_string()).find(|text| !text.is_empty()).unwrap_or_default();
        decoder.fault(row_span(cells), FaultKind::NoHeading { found });
        decoder.gathered.lost.push(Lost::Section("members".to_owned()));
        return None;
    }
    let mut columns = Vec::new();
    for (cell, column) in cells.iter().zip(known) {
        match column {
            Some(column) if columns.contains(&Some(column)) => {
                decoder.fault(cell.span, FaultKind::DuplicateKey { key: cell.text.to_string() });
                columns.push(None);
            }
            None if !cell.text.is_empty() => {
                let accepted =
                    Column::HEADINGS.iter().flat_map(|(_, names)| names.iter().map(|&name| name.to_owned())).collect();
                decoder.fault(cell.span, FaultKind::UnknownKey { key: cell.text.to_string(), accepted });
                columns.push(None);
            }
            column => columns.push(column),
        }
    }
    Some(columns)
}

/// A register while its rows are read.
struct Reading<'d, 't> {
    decoder: &'d mut Decoder<'t>,
    columns: Vec<Option<Column>>,
    register: Register,
    /// Columns without a heading in which nothing was found so far.
    unnamed: Vec<usize>,
    /// Rows with more or fewer cells than the heading, and how many.
    uneven: Vec<(Span, u32)>,
    limits: Limits,
}

impl Reading<'_, '_> {
    fn row(&mut self, cells: &[Cell<'_>], number: &str) {
        let span = row_span(cells);
        let mut member = Member { meta: Meta { span, ..Meta::default() }, ..Member::default() };
        if cells.len() != self.columns.len() {
            self.uneven.push((span, u32::try_from(cells.len()).unwrap_or(u32::MAX)));
            member.meta.damaged = true;
            if cells.len() == 1 {
                // The row is not cut into cells at all.
                self.decoder.gathered.lost.push(Lost::Section("members".to_owned()));
                return;
            }
        }
        // What a fault in the row is known by: the member's id, or the number of the row where there is none.
        let known_by = self.columns.iter().position(|column| *column == Some(Column::Id)).and_then(|at| cells.get(at));
        let known_by = known_by.map(|cell| cell.text.as_ref()).filter(|id| is_id(id)).unwrap_or(number).to_owned();
        let mut id = None;
        let columns = std::mem::take(&mut self.columns);
        let limits = self.limits;
        self.decoder.within_owned(known_by, |d| {
            for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.text.is_empty()) {
                let read = match columns.get(at).copied().flatten() {
                    Some(column) => {
                        d.within(column.key(), |d| self::cell(d, column, cell, &mut member, &mut id, limits))
                    }
                    None => Ok(()),
                };
                // A faulty date or role says nothing of the seat and the actor.
                let relates = matches!(
                    columns.get(at),
                    Some(Some(Column::Body | Column::Seat | Column::Actor | Column::NominatedBy))
                );
                member.meta.damaged |= read.is_err() && relates;
                member.meta.blurred |= read.is_err();
            }
        });
        self.columns = columns;
        self.unnamed(cells);
        let id = id.unwrap_or_else(|| {
            let symbol = self.decoder.names.intern(number);
            Name { symbol, span: cells.first().map_or(span, |cell| cell.span) }
        });
        self.register.members.push((id, member));
    }

    /// Notes, once a column, that something stands in one without a heading.
    fn unnamed(&mut self, cells: &[Cell<'_>]) {
        let decoder = &mut *self.decoder;
        let doubtful = &mut self.register.doubtful;
        self.unnamed.retain(|&at| {
            let filled = cells.get(at).filter(|cell| !cell.text.is_empty());
            if let Some(cell) = filled {
                decoder.fault(cell.span, FaultKind::UnnamedColumn);
                *doubtful = true;
            }
            filled.is_none()
        });
    }

    /// Notes the uneven rows. Many that are uneven in the same way have one reason.
    fn finish(self) -> Register {
        let expected = u32::try_from(self.columns.len()).unwrap_or(u32::MAX);
        let alike = self.uneven.windows(2).all(|pair| matches!(pair, [(_, one), (_, other)] if one == other));
        let rows = u32::try_from(self.uneven.len()).unwrap_or(u32::MAX);
        let (reported, rows) = if rows >= 3 && alike { (1, rows) } else { (self.uneven.len(), 1) };
        for (span, found) in self.uneven.into_iter().take(reported) {
            self.decoder.fault(span, FaultKind::UnevenRow { found, expected, rows });
        }
        self.register
    }
}

/// Reads a cell into the member of its row.
fn cell(
    decoder: &mut Decoder<'_>,
    column: Column,
    cell: &Cell<'_>,
    member: &mut Member,
    id: &mut Option<Name>,
    limits: Limits,
) -> Result<(), Faulty> {
    if cell.text.len() > limits.scalar_bytes {
        let kind = FaultKind::Limit { limit: Limit::ScalarBytes, at_most: limits.scalar_bytes as u64 };
        return Err(decoder.fault(cell.span, kind));
    }
    let reference =
        |decoder: &mut Decoder<'_>| called(decoder, &cell.text, cell.span).map(|name| Some(Ref(Some(name))));
    match column {
        Column::Id => *id = Some(self::id(decoder, cell)?),
        Column::Person => member.person = Some(cell.text.as_ref().into()),
        Column::Body => member.body = reference(decoder)?,
        Column::Seat => member.seat = reference(decoder)?,
        Column::Actor => member.actor = names(decoder, cell)?,
        Column::NominatedBy => member.nominated_by = names(decoder, cell)?,
        Column::From => member.from = Some(date(decoder, cell)?),
        Column::To => member.to = Some(date(decoder, cell)?),
        Column::Vote => member.vote = Some(vote(decoder, cell)?),
        Column::Role => member.role = Some(role(decoder, cell)?),
        Column::PolicyArea => member.policy_area = names(decoder, cell)?,
        Column::Gender => member.gender = reference(decoder)?,
        Column::Is => member.is = names(decoder, cell)?,
        Column::AppointedBy => member.appointed_by = names(decoder, cell)?,
        Column::StandsInFor => member.stands_in_for = names(decoder, cell)?,
    }
    Ok(())
}

/// For each place in a table and column: the cell of that column in the row in which the place lies. O(table + places).
pub(crate) fn cells_at(file: FileId, text: &str, wanted: &[(u32, Column)]) -> Vec<Option<Span>> {
    let mut rows = Rows::new(file, text);
    let mut cells = Vec::new();
    let mut found = vec![None; wanted.len()];
    let mut order: Vec<(usize, &(u32, Column))> = wanted.iter().enumerate().collect();
    order.sort_by_key(|(_, (at, _))| *at);
    let mut order = order.into_iter().peekable();
    if !rows.next(&mut cells) {
        return found;
    }
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| Column::of(&cell.text)).collect();
    while order.peek().is_some() && rows.next(&mut cells) {
        let end = row_span(&cells).end;
        while let Some((index, (_, column))) = order.next_if(|(_, (at, _))| *at <= end) {
            let at = columns.iter().position(|held| held == &Some(*column));
            if let (Some(cell), Some(slot)) = (at.and_then(|at| cells.get(at)), found.get_mut(index)) {
                *slot = Some(cell.span);
            }
        }
    }
    found
}

/// The member's own id, which nothing else is called.
fn id(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Name, Faulty> {
    if is_id(&cell.text) {
        return Ok(Name { symbol: decoder.names.intern(&cell.text), span: cell.span });
    }
    Err(decoder.fault(cell.span, FaultKind::InvalidId { value: cell.text.to_string() }))
}

/// What something is called: its id or its label. Which of the two is known once everything is read.
fn called(decoder: &mut Decoder<'_>, text: &str, span: Span) -> Result<Name, Faulty> {
    // Line breaks and tabs are blanks in a cell; nobody is called by what else is not to be seen.
    if text.chars().any(|letter| letter.is_control() && !letter.is_whitespace()) {
        return Err(decoder.fault(span, FaultKind::InvalidId { value: text.to_owned() }));
    }
    Ok(Name { symbol: decoder.names.intern(text), span })
}

/// Several names with `|` or `;` between them. A comma may belong to a label, and is left to whoever knows the labels.
fn names(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Refs, Faulty> {
    let mut refs = Refs::default();
    let mut result = Ok(());
    let mut at = 0;
    for part in cell.text.split(['|', ';']) {
        let lead = part.len() - part.trim_start().len();
        let text = part.trim();
        // A separator at the end of a list says nothing.
        if !text.is_empty() {
            match called(decoder, text, cell.part(at + lead, text.len())) {
                Ok(name) => {
                    refs.0.push(name);
                    // If they turn out to be names of their own, these are what they are known by.
                    for part in text.split(',').filter(|part| part.len() < text.len()) {
                        decoder.names.intern(part.trim());
                    }
                }
                Err(faulty) => result = Err(faulty),
            }
        }
        at += part.len() + 1;
    }
    result.map(|()| refs)
}

fn date(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Date, Faulty> {
    PartialDate::parse_local(&cell.text)
        .map(|date| Date { date, span: cell.span })
        .ok_or_else(|| decoder.fault(cell.span, FaultKind::ImpossibleDate { value: cell.text.to_string() }))
}

fn vote(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<bool, Faulty> {
    match cell.text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "1" | "x" => Ok(true),
        "nej" | "n" | "no" | "false" | "0" => Ok(false),
        _ => {
            let accepted = ["ja", "nej", "yes", "no"].map(str::to_owned).to_vec();
            Err(decoder.fault(cell.span, FaultKind::UnknownValue { value: cell.text.to_string(), accepted }))
        }
    }
}

fn role(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Role, Faulty> {
    const DANISH: [(&str, Role); 6] = [
        ("formand", Role::Chair),
        ("næstformand", Role::Deputy),
        ("suppleant", Role::Alternate),
        ("observatør", Role::Observer),
        ("sekretær", Role::Secretary),
        ("indstillet", Role::Nominee),
    ];
    let word = cell.text.to_lowercase();
    let danish = DANISH.iter().find(|(name, _)| *name == word).map(|(_, role)| *role);
    danish.or_else(|| Role::from_name(&word)).ok_or_else(|| {
        let english = Role::ALL.iter().map(|role| role.name());
        let accepted = english.chain(DANISH.iter().map(|(name, _)| *name)).map(str::to_owned).collect();
        decoder.fault(cell.span, FaultKind::UnknownValue { value: cell.text.to_string(), accepted })
    })
}

fn row_span(cells: &[Cell<'_>]) -> Span {
    match (cells.first(), cells.last()) {
        (Some(first), Some(last)) => Span::new(first.span.file, first.span.start, last.span.end),
        _ => Span::default(),
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{fault::Fault, name::Names};

    fn read_text(text: &str) -> (Names, Vec<Fault>, Register) {
        let (mut names, mut faults) = (Names::default(), Vec::new());
        let mut decoder = Decoder::new(
            &mut names,
            &mut faults,
            "m.csv",
            crate::decode::Room { left: 1000, at_most: 1000, full: false },
        );
        let register = read(&mut decoder, FileId::default(), "m", text, Limits::default());
        (names, faults, register)
    }

    #[test]
    fn a_danish_register_is_read() {
        let text = "Id;Navn;Plads;Aktør;Udpeget af;Fra;Stemmeret;Rolle\r\nm1;\"repræsentant; HTX\";htx; htx-skolen ;lo| da|;19.03.2018;Ja;formand\r\n\r\n;;;;;;;\r\nm2;x;hhx;;;;;\r\n";
        let (names, faults, register) = read_text(text);
        assert_eq!(faults, []);
        let [(id, first), (_, second)] = register.members.as_slice() else { panic!("{register:?}") };
        assert_eq!(names.text(id.symbol), "m1");
        assert_eq!(first.person.as_deref(), Some("repræsentant; HTX"));
        let actor = first.actor.0[0];
        assert_eq!(&text[actor.span.start as usize..actor.span.end as usize], "htx-skolen");
        let by: Vec<_> =
            first.nominated_by.0.iter().map(|n| &text[n.span.start as usize..n.span.end as usize]).collect();
        assert_eq!(by, ["lo", "da"]);
        assert_eq!(first.from.unwrap().date.to_string(), "2018-03-19");
        assert_eq!((first.vote, first.role), (Some(true), Some(Role::Chair)));
        assert!(!second.meta.damaged && second.actor.0.is_empty());
    }

    #[test]
    fn faulty_cells_are_noted_and_the_rest_kept() {
        let text = "id,seat,from,vote\nm1,h\u{0}x,31.02.2018,maybe\nm2,htx\n";
        let (_, faults, register) = read_text(text);
        let places: Vec<_> =
            faults.iter().map(|fault| &text[fault.span.start as usize..fault.span.end as usize]).collect();
        assert_eq!(places, ["h\u{0}x", "31.02.2018", "maybe", "m2,htx"]);
        assert_eq!(register.members.len(), 2);
        assert!(register.members.iter().all(|(_, member)| member.meta.damaged));
    }

    #[test]
    fn a_table_that_is_cut_wrongly_is_one_fault() {
        for (text, place) in [
            ("id;seat;actor\nm1,a,b\nm2,a,b\nm3,a,b\n", "m1,a,b"),
            ("id;seat\nm1;\"a\nm2;b\nm3;c\n", "\""),
            ("Members of the board\nid;seat\nm1;a\n", "Members of the board"),
            ("id;seat;\nm1;a;x\nm2;a;y\n", "x"),
        ] {
            let (_, faults, _) = read_text(text);
            let places: Vec<_> =
                faults.iter().map(|fault| &text[fault.span.start as usize..fault.span.end as usize]).collect();
            assert_eq!(places, [place], "{faults:?}");
        }
    }

    #[test]
    fn a_line_may_say_what_stands_between_cells() {
        let (names, faults, register) = read_text("sep=,\r\nid,seat\r\nm1,a\r\n");
        assert_eq!(faults, []);
        assert_eq!(names.text(register.members[0].0.symbol), "m1");
    }

    #[test]
    fn rows_without_an_id_are_numbered_as_a_spreadsheet_does() {
        let (names, _, register) = read_text("plads\n\nhtx\nhhx\n");
        let ids: Vec<_> = register.members.iter().map(|(id, _)| names.text(id.symbol)).collect();
        assert_eq!(ids, ["m-row-3", "m-row-4"]);
    }
}

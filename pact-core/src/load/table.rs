//! Registers as CSV: comma, semicolon or tab; quoted cells; ISO and Danish dates; Danish headings.

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::limits::{Limit, Limits};
use crate::{
    decode::{Decoder, Faulty, Meta, is_id},
    document::{
        pact::{Member, Role},
        register::{Column, Register},
        value::{Date, PartialDate, Ref, Refs},
    },
    fault::FaultKind,
    name::Name,
    source::{FileId, Span},
};

/// The byte between cells: whichever of `;`, `,` and tab the heading has most of.
pub(crate) fn delimiter(text: &str) -> u8 {
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
}

impl<'t> Rows<'t> {
    fn new(file: FileId, text: &'t str) -> Self {
        let delimiter = delimiter(text);
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { file, text, at: 0, reader, buffer: vec![0; 1024], row: 0, line_breaks: 0, counted_to: 0, delimiter }
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
    let mut register = Register::default();
    let mut cells = Vec::new();
    if !rows.next(&mut cells) {
        return register;
    }
    let columns = heading(decoder, &cells);
    register.heading = row_span(&cells);
    while rows.next(&mut cells) {
        if register.members.len() >= limits.values {
            decoder.fault(row_span(&cells), FaultKind::Limit { limit: Limit::Values, at_most: limits.values as u64 });
            break;
        }
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        // What a fault in the row is known by: the member's id, or the number of the row where there is none.
        let id = columns.iter().position(|column| *column == Some(Column::Id)).and_then(|at| cells.get(at));
        let number = format!("{stem}-row-{}", rows.row);
        let known_by = id.map(|cell| cell.text.as_ref()).filter(|id| is_id(id)).unwrap_or(&number).to_owned();
        decoder.within_owned(known_by, |d| row(d, &columns, &cells, &number, &mut register, limits));
    }
    register
}

fn heading(decoder: &mut Decoder<'_>, cells: &[Cell<'_>]) -> Vec<Option<Column>> {
    let mut columns = Vec::new();
    for cell in cells {
        let column = Column::of(&cell.text);
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
    columns
}

fn row(
    decoder: &mut Decoder<'_>,
    columns: &[Option<Column>],
    cells: &[Cell<'_>],
    number: &str,
    register: &mut Register,
    limits: Limits,
) {
    let span = row_span(cells);
    let mut member = Member { meta: Meta { span, damaged: false }, ..Member::default() };
    if cells.len() != columns.len() {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        decoder.fault(span, FaultKind::UnevenRow { found: count(cells.len()), expected: count(columns.len()) });
        member.meta.damaged = true;
    }
    // A column that could not be understood may hold what seems to be missing.
    member.meta.damaged |= columns.contains(&None);
    let mut id = None;
    for (column, cell) in columns.iter().zip(cells) {
        let Some(column) = *column else { continue };
        if cell.text.is_empty() {
            continue;
        }
        if cell.text.len() > limits.scalar_bytes {
            decoder
                .fault(cell.span, FaultKind::Limit { limit: Limit::ScalarBytes, at_most: limits.scalar_bytes as u64 });
            member.meta.damaged = true;
            continue;
        }
        let read = decoder.within(column.key(), |d| match column {
            Column::Id => name(d, cell).map(|name| id = Some(name)),
            Column::Person => {
                member.person = Some(cell.text.as_ref().into());
                Ok(())
            }
            Column::Body => name(d, cell).map(|name| member.body = Some(Ref(Some(name)))),
            Column::Seat => name(d, cell).map(|name| member.seat = Some(Ref(Some(name)))),
            Column::Actor => name(d, cell).map(|name| member.actor = Some(Ref(Some(name)))),
            Column::NominatedBy => names(d, cell).map(|names| member.nominated_by = names),
            Column::From => date(d, cell).map(|date| member.from = Some(date)),
            Column::To => date(d, cell).map(|date| member.to = Some(date)),
            Column::Vote => vote(d, cell).map(|vote| member.vote = Some(vote)),
            Column::Role => role(d, cell).map(|role| member.role = Some(role)),
        });
        member.meta.damaged |= read.is_err();
    }
    let id = id.unwrap_or_else(|| {
        let symbol = decoder.names.intern(number);
        Name { symbol, span: cells.first().map_or(span, |cell| cell.span) }
    });
    register.members.push((id, member));
}

fn name(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Name, Faulty> {
    id(decoder, &cell.text, cell.span)
}

fn id(decoder: &mut Decoder<'_>, text: &str, span: Span) -> Result<Name, Faulty> {
    if is_id(text) {
        return Ok(Name { symbol: decoder.names.intern(text), span });
    }
    Err(decoder.fault(span, FaultKind::InvalidId { value: text.to_owned() }))
}

fn names(decoder: &mut Decoder<'_>, cell: &Cell<'_>) -> Result<Refs, Faulty> {
    let mut refs = Refs::default();
    let mut result = Ok(());
    let mut at = 0;
    for part in cell.text.split([',', '|']) {
        let lead = part.len() - part.trim_start().len();
        match id(decoder, part.trim(), cell.part(at + lead, part.trim().len())) {
            Ok(name) => refs.0.push(name),
            Err(faulty) => result = Err(faulty),
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
    const DANISH: [(&str, Role); 5] = [
        ("formand", Role::Chair),
        ("næstformand", Role::Deputy),
        ("suppleant", Role::Alternate),
        ("observatør", Role::Observer),
        ("sekretær", Role::Secretary),
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
        let mut decoder = Decoder::new(&mut names, &mut faults, "m.csv");
        let register = read(&mut decoder, FileId::default(), "m", text, Limits::default());
        (names, faults, register)
    }

    #[test]
    fn a_danish_register_is_read() {
        let text = "Id;Navn;Plads;Aktør;Udpeget af;Fra;Stemmeret;Rolle\r\nm1;\"repræsentant; HTX\";htx; htx-skolen ;lo, da;19.03.2018;Ja;formand\r\n\r\n;;;;;;;\r\nm2;x;hhx;;;;;\r\n";
        let (names, faults, register) = read_text(text);
        assert_eq!(faults, []);
        let [(id, first), (_, second)] = register.members.as_slice() else { panic!("{register:?}") };
        assert_eq!(names.text(id.symbol), "m1");
        assert_eq!(first.person.as_deref(), Some("repræsentant; HTX"));
        let actor = first.actor.unwrap().0.unwrap();
        assert_eq!(&text[actor.span.start as usize..actor.span.end as usize], "htx-skolen");
        let by: Vec<_> =
            first.nominated_by.0.iter().map(|n| &text[n.span.start as usize..n.span.end as usize]).collect();
        assert_eq!(by, ["lo", "da"]);
        assert_eq!(first.from.unwrap().date.to_string(), "2018-03-19");
        assert_eq!((first.vote, first.role), (Some(true), Some(Role::Chair)));
        assert!(!second.meta.damaged && second.actor.is_none());
    }

    #[test]
    fn faulty_cells_are_noted_and_the_rest_kept() {
        let text = "id,seat,from,vote\nm1,h t x,31.02.2018,maybe\nm2,htx\n";
        let (_, faults, register) = read_text(text);
        let places: Vec<_> =
            faults.iter().map(|fault| &text[fault.span.start as usize..fault.span.end as usize]).collect();
        assert_eq!(places, ["h t x", "31.02.2018", "maybe", "m2,htx"]);
        assert_eq!(register.members.len(), 2);
        assert!(register.members.iter().all(|(_, member)| member.meta.damaged));
    }

    #[test]
    fn rows_without_an_id_are_numbered_as_a_spreadsheet_does() {
        let (names, _, register) = read_text("plads\n\nhtx\nhhx\n");
        let ids: Vec<_> = register.members.iter().map(|(id, _)| names.text(id.symbol)).collect();
        assert_eq!(ids, ["m-row-3", "m-row-4"]);
    }
}

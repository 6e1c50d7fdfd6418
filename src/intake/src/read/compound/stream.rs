//! One stream of a compound file, put together from its sectors.
//!
//! It follows chains of sectors as far as they lead and no further: a chain longer than the file is refused, so that a
//! damaged one cannot make it loop. The crates for this format bring a clock along, which the core must not have.

use super::super::damaged;
use domain::ReadErrorKind;

// SOURCE: MS-CFB §2.2 (header), §2.3 (FAT), §2.6 (directory).
const HEADER_BYTES: usize = 512;
const DIFAT_IN_HEADER: usize = 109;
const ENTRY_BYTES: usize = 128;
/// Numbers from here on end a chain or mark a sector as free.
const FIRST_MARK: u32 = 0xffff_fffa;

/// The bytes of the first stream with one of these names; `None` = there is none.
pub(crate) fn stream(file: &[u8], names: &[&str]) -> Result<Option<Vec<u8>>, ReadErrorKind> {
    let sectors = Sectors::of(file).ok_or_else(|| damaged("the header of the compound file is cut"))?;
    let directory = sectors.chain(sectors.directory)?;
    let mut entries = directory.chunks_exact(ENTRY_BYTES);
    let root = entries.clone().next().and_then(Entry::of);
    let Some(entry) = entries.find_map(|entry| Entry::of(entry).filter(|entry| names.contains(&entry.name.as_str())))
    else {
        return Ok(None);
    };
    let mut bytes = match root.filter(|_| entry.size < u64::from(sectors.mini_below)) {
        Some(root) => sectors.mini_chain(root.start, entry.start)?,
        None => sectors.chain(entry.start)?,
    };
    bytes.truncate(usize::try_from(entry.size).unwrap_or(usize::MAX));
    Ok(Some(bytes))
}

struct Entry {
    name: String,
    start: u32,
    size: u64,
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        let name = super::name(bytes)?;
        // Version 3 files may leave rubbish in the upper half of the size.
        Some(Self { name, start: number(bytes, 116)?, size: u64::from(number(bytes, 120)?) })
    }
}

struct Sectors<'f> {
    file: &'f [u8],
    sector: usize,
    mini_sector: usize,
    mini_below: u32,
    directory: u32,
    mini_fat: u32,
    /// Next sector by sector.
    next: Vec<u32>,
}

impl<'f> Sectors<'f> {
    fn of(file: &'f [u8]) -> Option<Self> {
        let shift = |at: usize| Some(u32::from(u16::from_le_bytes(*file.get(at..at + 2)?.first_chunk()?)));
        let (sector, mini) = (shift(30)?, shift(32)?);
        if !(7..=16).contains(&sector) || mini > sector {
            return None;
        }
        let mut sectors = Self {
            file,
            sector: 1 << sector,
            mini_sector: 1 << mini,
            mini_below: number(file, 56)?,
            directory: number(file, 48)?,
            mini_fat: number(file, 60)?,
            next: Vec::new(),
        };
        sectors.next = sectors.table(number(file, 68)?);
        Some(sectors)
    }

    /// The table of chains: its own sectors are listed in the header, and beyond that in a chain of lists.
    fn table(&self, mut list: u32) -> Vec<u32> {
        let header = self.file.get(76..HEADER_BYTES).unwrap_or_default();
        let mut parts: Vec<u32> = numbers(header).take(DIFAT_IN_HEADER).collect();
        for _ in 0..self.most() {
            let Some(sector) = self.sector(list) else { break };
            let mut found: Vec<u32> = numbers(sector).collect();
            list = found.pop().unwrap_or(FIRST_MARK);
            parts.append(&mut found);
        }
        let used = parts.into_iter().filter(|part| *part < FIRST_MARK);
        used.filter_map(|part| self.sector(part)).take(self.most()).flat_map(numbers).collect()
    }

    /// No chain has more sectors than the file.
    fn most(&self) -> usize {
        self.file.len() / self.sector + 1
    }

    fn sector(&self, number: u32) -> Option<&'f [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.file.get(start..).filter(|rest| !rest.is_empty() && number < FIRST_MARK)?;
        // The last sector of a file may be cut.
        Some(rest.get(..self.sector).unwrap_or(rest))
    }

    fn chain(&self, first: u32) -> Result<Vec<u8>, ReadErrorKind> {
        let mut bytes = Vec::new();
        let mut at = first;
        for _ in 0..self.most() {
            let Some(sector) = self.sector(at) else { return Ok(bytes) };
            bytes.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(FIRST_MARK);
        }
        Err(damaged("a chain of sectors runs in a circle"))
    }

    fn mini_chain(&self, root: u32, first: u32) -> Result<Vec<u8>, ReadErrorKind> {
        let (small, next) = (self.chain(root)?, self.chain(self.mini_fat)?);
        let next: Vec<u32> = numbers(&next).collect();
        let mut bytes = Vec::new();
        let mut at = first;
        for _ in 0..=small.len() / self.mini_sector {
            let start = (at as usize).checked_mul(self.mini_sector).filter(|_| at < FIRST_MARK);
            let Some(rest) = start.and_then(|start| small.get(start..)).filter(|rest| !rest.is_empty()) else {
                return Ok(bytes);
            };
            bytes.extend_from_slice(rest.get(..self.mini_sector).unwrap_or(rest));
            at = next.get(at as usize).copied().unwrap_or(FIRST_MARK);
        }
        Err(damaged("a chain of small sectors runs in a circle"))
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|bytes| number(bytes, 0))
}

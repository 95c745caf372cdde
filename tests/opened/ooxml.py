"""What the schema of WordprocessingML asks for, as far as salesduty uses it (ECMA-376 part 1, annex A, wml.xsd).

Word refuses or repairs a file whose elements stand in the wrong order, and says neither where nor why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from opened.docx import R, W, Word

_P_PR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens "
    "kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
_R_PR = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden "
    "color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_TBL_PR = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_TC_PR = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers"
_TR_PR = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
_SECT_PR = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt "
    "vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_LVL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape "
    "printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
    "saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
    "hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles "
    "stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves "
    "doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle "
    "defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets "
    "drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery "
    "displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin "
    "drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne "
    "strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema "
    "saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving "
    "saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars "
    "rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures "
    "forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_BORDERS = "top start left bottom end right insideH insideV tl2br tr2bl between bar"

SEQUENCES: Mapping[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "pPr": _P_PR,
        "rPr": _R_PR,
        "tblPr": _TBL_PR,
        "tcPr": _TC_PR,
        "trPr": _TR_PR,
        "sectPr": _SECT_PR,
        "style": _STYLE,
        "lvl": _LVL,
        "settings": _SETTINGS,
        "numPr": "ilvl numId",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "numbering": "numPicBullet abstractNum num",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
        "tblBorders": _BORDERS,
        "tblCellMar": _BORDERS,
        "pBdr": "top left bottom right between bar",
        "document": "background body",
        "sdt": "sdtPr sdtEndPr sdtContent",
        "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex richText text",
    }.items()
}
"""Children of an element in the order that the schema wants; an element that is not here has no fixed order or none to get wrong.

`trPr` is a choice in the schema, where any order is allowed; one order is kept for its readers.
"""

# Elements that the schema wants at least one child in.
_NEVER_EMPTY = frozenset(("trPr", "tbl", "tr", "tc", "tblGrid", "body", "num", "sdtContent"))
_PLAIN = frozenset(
    ("t", "tag", "bookmarkStart", "bookmarkEnd", "rFonts", "pStyle", "tcW", "vAlign", "shd", "gridCol")
)  # nearly all elements of a document
_ONCE = frozenset(("pPr", "rPr", "tblPr", "tcPr", "trPr", "numPr", "lvl", "font", "sdtPr"))


def complaints(word: Word) -> list[str]:
    """Return everything that the schema and the conventions of packages have against a Word file; nothing for a good one."""
    return [*_of_package(word), *_of_elements(word), *_of_names(word)]


def _of_package(word: Word) -> Iterator[str]:
    names = list(word.parts)
    if names[0] != "[Content_Types].xml":
        yield f"the first part is {names[0]}"
    types = word.xml("[Content_Types].xml")
    overridden = {each.attrib["PartName"].removeprefix("/") for each in types if each.tag.endswith("}Override")}
    defaults = {each.attrib["Extension"] for each in types if each.tag.endswith("}Default")}
    yield from (f"{name} is declared and missing" for name in sorted(overridden - set(names)))
    yield from (
        f"{name} has no content type" for name in names if name not in overridden and name.rsplit(".", 1)[-1] not in defaults
    )
    for name in names:
        if name.endswith(".rels"):
            yield from _of_relationships(word, name)


def _of_relationships(word: Word, name: str) -> Iterator[str]:
    folder = dirname(dirname(name))
    relationships = list(word.xml(name))
    ids = [each.attrib["Id"] for each in relationships]
    if len(set(ids)) != len(ids):
        yield f"{name} has an id twice"
    for each in relationships:
        target = normpath(join(folder, each.attrib["Target"]))
        if each.attrib.get("TargetMode") == "External":
            yield f"{name} leads outside, to {each.attrib['Target']}"
        elif target not in word.parts:
            yield f"{name} leads to {target}, which is missing"
    source = join(folder, name.rsplit("/", 1)[-1].removesuffix(".rels"))
    if source in word.parts:
        used = {value for element in word.xml(source).iter() for key, value in element.attrib.items() if key == f"{R}id"}
        yield from (f"{source} uses {each}, which is no relationship" for each in sorted(used - set(ids)))


def _of_elements(word: Word) -> Iterator[str]:
    for name, data in word.parts.items():
        if name.startswith("word/") and not name.endswith(".rels"):
            for element in ElementTree.fromstring(data).iter():
                yield from (f"{name}: {complaint}" for complaint in of_element(element))


def of_element(element: Element) -> Iterator[str]:
    """Yield what the schema has against the children of one element."""
    name = element.tag.removeprefix(W)
    if name in _PLAIN:
        return
    children = [child.tag.removeprefix(W) for child in element]
    if name in _NEVER_EMPTY and not children:
        yield f"<{name}> is empty"
    if name == "tc" and children[-1:] != ["p"]:
        yield "a cell does not end with a paragraph"
    if name in _ONCE and len(set(children)) != len(children):
        yield f"<{name}> has a child twice: {children}"
    for first in ("pPr", "rPr", "tcPr", "trPr"):
        if first in children[1:] and name in ("p", "r", "tc", "tr"):
            yield f"<{first}> is not the first in <{name}>"
    order = SEQUENCES.get(name)
    if order is None:
        return
    unknown = [child for child in children if child not in order]
    if unknown:
        yield f"<{name}> cannot hold {unknown}"
    places = [order.index(child) for child in children if child in order]
    if places != sorted(places):
        yield f"<{name}> has its children in the order {children}"


def _of_names(word: Word) -> Iterator[str]:
    styles = word.xml("word/styles.xml")
    known = {style.attrib[f"{W}styleId"] for style in styles.iter(f"{W}style")}
    numbers = {num.attrib[f"{W}numId"] for num in word.xml("word/numbering.xml").iter(f"{W}num")}
    for part in ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/footer1.xml"):
        for element in word.xml(part).iter():
            value = element.attrib.get(f"{W}val", "")
            if element.tag.removeprefix(W) in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link") and value not in known:
                yield f"{part}: no style is called {value}"
            if element.tag == f"{W}numId" and value not in numbers:
                yield f"{part}: no list is called {value}"
    yield from _of_bookmarks(word.body)
    yield from _of_controls(word.body)
    yield from _of_fields(word.body)


def _of_bookmarks(body: Element) -> Iterator[str]:
    starts = [(each.attrib[f"{W}id"], each.attrib[f"{W}name"]) for each in body.iter(f"{W}bookmarkStart")]
    ends = [each.attrib[f"{W}id"] for each in body.iter(f"{W}bookmarkEnd")]
    ids, names = [one for one, _ in starts], [name for _, name in starts]
    if sorted(ids) != sorted(ends):
        yield "bookmarks do not begin and end in pairs"
    if len(set(ids)) != len(ids) or len(set(names)) != len(names):
        yield "a bookmark stands twice"
    # Word cuts a longer name, and then the link leads nowhere.
    yield from (f"the bookmark {name} is too long" for name in names if len(name) > 40)
    for link in body.iter(f"{W}hyperlink"):
        if link.attrib.get(f"{W}anchor") not in names:
            yield f"a link leads to {link.attrib.get(f'{W}anchor')}, which is no bookmark"


def _of_controls(body: Element) -> Iterator[str]:
    controls = [properties for properties in body.iter(f"{W}sdtPr")]
    ids = [each.attrib[f"{W}val"] for properties in controls for each in properties.findall(f"{W}id")]
    if len(set(ids)) != len(controls):
        yield "a control has no id of its own"
    for tag in (each.attrib[f"{W}val"] for properties in controls for each in properties.findall(f"{W}tag")):
        if len(tag.encode("utf-16-le")) > 128:
            yield f"the tag {tag} is too long"
    for paragraph in body.iter(f"{W}p"):
        if any(inner is not outer and inner.tag == f"{W}sdt" for outer in paragraph.iter(f"{W}sdt") for inner in outer.iter()):
            yield "a control stands in another"


def _of_fields(body: Element) -> Iterator[str]:
    kinds = [each.attrib[f"{W}fldCharType"] for each in body.iter(f"{W}fldChar")]
    if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
        yield f"fields do not begin and end in turn: {kinds}"

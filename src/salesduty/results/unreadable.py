"""Why an existing document cannot be read, in words that say what to do next: the keys of `intake.manuscript.Unreadable`."""

from __future__ import annotations

from collections.abc import Mapping

from salesduty.results.wording import Text

TROUBLES: Mapping[str, Text] = {
    "empty": Text(
        "{file} 是空文件。请检查是不是没有保存好。",
        "{file} is empty. Check whether it was saved.",
    ),
    "missing": Text(
        "找不到 {file}。请检查名字和路径有没有写错。",
        "{file} does not exist. Check the spelling of its name and path.",
    ),
    "too-big": Text(
        "{file} 太大，超过 {most} MB，没有读。请删去图片，或拆成几个文件再导入。",
        "{file} is too big, more than {most} MB, and was not read. Take pictures out, or split it, and import again.",
    ),
    "encrypted": Text(
        "{file} 有打开密码，读不了。请在 Word、Excel 或 WPS 里输入密码打开，去掉密码另存一份，再导入。",
        "{file} is protected by a password. Open it in Word, Excel or WPS with the password, save a copy without it, and "
        "import that.",
    ),
    "damaged": Text(
        "{file} 损坏了，读不了。请用 Word 或 WPS 打开修复，另存为新文件再导入；打不开的，请重新取一份。",
        "{file} is damaged and cannot be read. Open it in Word or WPS, let it repair the file, save it under a new name "
        "and import that; if it does not open, get the file again.",
    ),
    "bomb": Text(
        "{file} 里的 {part} 展开后超过 {most} MB，不像正常的文档，没有读。请确认文件的来源；内容确实要用的，"
        "请复制到新文件再导入。",
        "{part} in {file} unpacks to more than {most} MB, which no ordinary document does, so it was not read. Check "
        "where the file comes from; if you need what it says, copy that into a new file and import it.",
    ),
    "too-many-parts": Text(
        "{file} 里有 {most} 个以上的文件，不像正常的文档，没有读。请确认它的来源。",
        "{file} has more than {most} files in it, which no ordinary document does, so it was not read. Check where it comes "
        "from.",
    ),
    "entities": Text(
        "{file} 的 {part} 里有 DOCTYPE 声明，正常的 Office 文件没有这种内容，可能有害，没有读。请用 Word 或 WPS 另存一份再导入。",
        "{part} in {file} declares a DOCTYPE, which Office files never do and which may be meant to harm, so it was not "
        "read. Save a copy with Word or WPS and import that.",
    ),
    "too-deep": Text(
        "{file} 里的表格或标记一层套一层，超过 {most} 层，没有读。请把内容复制到新文件，去掉嵌套的表格，再导入。",
        "Tables or markup in {file} are nested more than {most} levels deep, so it was not read. Copy the contents into "
        "a new file without nested tables and import that.",
    ),
    "too-long": Text(
        "{file} 超过 {most} 段，没有读。请按部门拆成几个文件再导入。",
        "{file} has more than {most} paragraphs and was not read. Split it by department and import the pieces.",
    ),
    "too-much": Text(
        "{file} 超过 {most} 字，没有读。请删去里面的图片和用不着的内容，或按部门拆成几个文件再导入。",
        "{file} has more than {most} characters and was not read. Take out pictures and what is not needed, or split it by "
        "department, and import the pieces.",
    ),
    "too-heavy": Text(
        "{file} 读了 {most} 秒还没读完，或者占的内存太多，已停止。请把它拆成几个文件，"
        "或用 Word、WPS 打开后另存为 Word 文件再导入。",
        "{file} took more than {most} seconds to read, or too much memory, and was stopped. Split it, or open it with Word or "
        "WPS, save it as a Word file, and import that.",
    ),
    "presentation": Text(
        "{file} 是演示文稿，不能导入。请把里面的文字复制到 Word 文件再导入。",
        "{file} is a presentation, which cannot be imported. Copy its text into a Word file and import that.",
    ),
    "picture": Text(
        "{file} 是图片，读不了。请先做文字识别（OCR），存成 Word 文件再导入。",
        "{file} is a picture, which cannot be read. Have its text recognized (OCR), save it as a Word file and import that.",
    ),
    "archive": Text(
        "{file} 是压缩包，不能直接导入。请先解压，再导入里面的文件或文件夹。",
        "{file} is an archive. Unpack it first, and import the files or the folder in it.",
    ),
    "unknown-format": Text(
        "{file} 不是能读的格式。能读的有：Word、Excel、WPS、PDF、网页和文本文件。请另存为其中一种再导入。",
        "{file} is in no format that can be read, which are Word, Excel, WPS, PDF, web pages and texts. Save it as one "
        "of these and import that.",
    ),
    "no-text": Text(
        "{file} 里没有文字，可能是扫描件或图片。请先做文字识别（OCR），存成 Word 文件再导入。",
        "{file} has no text; it may be scanned or made of pictures. Have its text recognized (OCR), save it as a Word "
        "file and import that.",
    ),
    "office-missing": Text(
        "{file} 是 {format} 文件，要先转换，而这台电脑上没有找到 LibreOffice。请用 Word 或 WPS 把它另存为 {better} "
        "再导入；或安装 LibreOffice（https://zh-cn.libreoffice.org），再运行一次。",
        "{file} is a {format} file, which has to be converted, and LibreOffice was not found on this machine. Save it as "
        "{better} with Word or WPS and import that, or install LibreOffice (https://www.libreoffice.org) and run again.",
    ),
    "office-failed": Text(
        "{file} 是 {format} 文件，LibreOffice 没能转换。请用 Word 或 WPS 打开，另存为 {better} 再导入。",
        "{file} is a {format} file, and LibreOffice could not convert it. Open it in Word or WPS, save it as {better}, "
        "and import that.",
    ),
    "office-slow": Text(
        "{file} 是 {format} 文件，LibreOffice 转换了 {most} 秒还没有完成，已停止。请用 Word 或 WPS 打开，另存为 {better} "
        "再导入。",
        "{file} is a {format} file, and LibreOffice had not converted it after {most} seconds, so it was stopped. Open "
        "it in Word or WPS, save it as {better}, and import that.",
    ),
    "folder": Text(
        "{file} 是文件夹，不是文件。请检查名字；要导入文件夹里的文件，请写文件夹所在的路径。",
        "{file} is a folder, not a file. Check its name; to import the files in it, name the folder.",
    ),
    "special": Text(
        "{file} 不是普通文件，没有读。请指向文件本身。",
        "{file} is no ordinary file, so it was not read. Name the file itself.",
    ),
    "link": Text(
        "{file} 是指到别处的链接，没有读。请把文件本身放到这里，或直接写它的路径。",
        "{file} is a link that leads elsewhere, so it was not read. Put the file itself there, or name its own path.",
    ),
    "permission": Text(
        "没有权限读 {file}。文件可能正在别的程序里打开，请关闭后再试，或检查权限。",
        "{file} may not be read. It may be open in another program: close it and try again, or check its permissions.",
    ),
    "failed": Text(
        "{file} 读不出来，磁盘或网络出错。请把文件复制到本机再导入。",
        "{file} cannot be read: the disk or the network fails. Copy the file to this machine and import the copy.",
    ),
}
"""Each names the `file`; what else it names is said in the call of `Unreadable`."""

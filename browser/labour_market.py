"""Outlooks, wages, vacancies and postings in their publishers' formats, with invented figures, loaded into the portal under test."""

import pathlib
import subprocess

AIDES, WELDERS = "33102", "72106"
WAGES = """NOC_CNP,prov,ER_Code_Code_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,\
Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel
NOC_33102,NAT,ER00,18.25,23.5,28.75,2023-2024,2025-11-19,0
NOC_33102,ON,ER35,18.5,24,29,2023-2024,2025-11-19,0
NOC_33102,ON,ER3590,,,,NA,2025-11-19,0
NOC_72106,ON,ER35,20,28.5,40,2023-2024,2025-11-19,0
"""
OUTLOOKS = """NOC_Code,NOC Title,Outlook,Economic Region Code,Economic Region Name,Province,Release Date,Employment Trends,LANG
NOC_33102,Nurse aides,Very good,3500,Ontario,ON,2025-12-08,,EN
NOC_33102,Nurse aides,Good,3590,Northeast,ON,2025-12-08,,EN
NOC_72106,Welders,Limited,3500,Ontario,ON,2025-12-08,,EN
"""


def vacancies() -> str:
    lines = ['"REF_DATE","GEO","DGUID","National Occupational Classification","Statistics","VALUE","STATUS"']
    for quarter, count in [("2025-01", 3900), ("2025-04", 4100), ("2025-07", ""), ("2025-10", 4312)]:
        for code in (AIDES, WELDERS):
            lines.append(f'"{quarter}","Ontario","2021A000235","Group [{code}]","Job vacancies","{count}","{"A" if count else "F"}"')
    return "\n".join(lines) + "\n"


def postings() -> str:
    """The months of one file, as the publisher's would come one by one."""
    header = ["NOC21 Code", "Province/Territory", "Economic Region", "First Posting Date"] + [f"Column {n}" for n in range(4, 65)]
    rows = ["\t".join(header)]
    for month in range(1, 13):
        for number in range(10 + month):
            rows.append("\t".join([AIDES, "Ontario", "Northeast Region", f"2026-{month:02}-{number % 28 + 1:02}"] + [""] * 61))
    return "\r\n".join(rows) + "\r\n"


def load(binary: str, database: pathlib.Path) -> None:
    folder = database.parent
    files = {
        "wages": ("wages.csv", WAGES, "utf-8-sig"),
        "outlooks": ("20252027_outlook_n21_en.csv", OUTLOOKS, "utf-8"),
        "vacancies": ("14100444.csv", vacancies(), "utf-8"),
        "postings": ("postings.csv", postings(), "utf-16"),
    }
    for kind, (name, text, encoding) in files.items():
        (folder / name).write_bytes(text.encode(encoding))
        command = [binary, "labour-market", "load", kind, str(folder / name), "--apply", "--database", str(database)]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            raise SystemExit(f"{kind} could not be loaded: {result.stderr}")

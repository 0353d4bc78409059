"""Gives the keys of front matter the names that schema.org's JobPosting has for them."""

from __future__ import annotations

import re

# Keys without capitals, blanks and signs (https://schema.org/JobPosting has the names).
_NAMES = {
    "title": "title position jobtitle",
    "jobLocation": "location locations joblocation",
    "jobLocation.address.addressLocality": "city",
    "jobLocation.address.addressRegion": "state region",
    "jobLocation.address.addressCountry": "country",
    "jobLocationType": "joblocationtype locationtype workplace workplacetype",
    "hiringOrganization.name": "hiringorganization organization organisation company employer",
    "employmentType": "employmenttype jobtype jobtypes employment",
    "baseSalary": "basesalary salary pay compensation salaryrange payrange wage payrate",
    "baseSalary.currency": "salarycurrency currency",
    "baseSalary.value.minValue": "salarymin minsalary paymin minpay",
    "baseSalary.value.maxValue": "salarymax maxsalary paymax maxpay",
    "baseSalary.value.unitText": "salaryunit salaryperiod payperiod payunit",
    "validThrough": "validthrough closingdate deadline applicationdeadline applyby expires"
    " expirydate expirationdate closes",
    "datePosted": "dateposted posteddate date createdat published publishdate",
    "workHours": "workhours hours hoursperweek",
    "jobBenefits": "jobbenefits benefits",
    "educationRequirements": "educationrequirements education degree degreesrequired",
    "experienceRequirements": "experiencerequirements experience",
    "occupationalCategory": "occupationalcategory profession",
    "qualifications": "qualifications",
    "responsibilities": "responsibilities",
    "skills": "skills",
    "industry": "industry",
    "url": "url link applyurl",
    "identifier": "identifier jobid requisition requisitionid reqid",
}
_KEYS = {key: name for name, keys in _NAMES.items() for key in keys.split()}

# The same inside a mapping: `salary: {min: …}`, `company: {name: …}`.
_PARENTS = {
    "hiringOrganization.name": "hiringOrganization",
    "baseSalary": "baseSalary.value",
    "jobLocation": "jobLocation.address",
}
_CHILDREN = {
    "city": "addressLocality",
    "state": "addressRegion",
    "region": "addressRegion",
    "country": "addressCountry",
    "zip": "postalCode",
    "min": "minValue",
    "max": "maxValue",
    "unit": "unitText",
    "period": "unitText",
}


def name(path: str) -> str:
    """Return JobPosting's name for a key, or for keys joined with dots; else the author's own."""
    known = _known(path)
    if known or "." not in path:
        return known or path
    parent, _, child = path.partition(".")
    above = _known(parent)
    if above is None:
        return path
    if child == "currency" and above == "baseSalary":
        return "baseSalary.currency"
    if child in _CHILDREN:
        return f"{_PARENTS.get(above, above)}.{_CHILDREN[child]}"
    return f"{_PARENTS.get(above, above).partition('.')[0]}.{child}"


def _known(key: str) -> str | None:
    bare = re.sub(r"[^a-z0-9]", "", key.lower())
    # keys such as a_job_type carry a letter that puts them in order
    unordered = re.sub(r"^[a-z]{1,2}_", "", key.lower())
    return _KEYS.get(bare) or _KEYS.get(re.sub(r"[^a-z0-9]", "", unordered))

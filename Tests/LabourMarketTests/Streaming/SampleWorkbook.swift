import Foundation

/// A workbook with the columns of Job Bank's outlooks and invented rows: inline and shared texts, numbers, cells left out. Made with Python's
/// `zipfile`.
enum SampleWorkbook {
    static let bytes = Array(Data(base64Encoded: text)!)

    private static let text = """
        UEsDBBQAAAAIAHGVd13HHBc8CgAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLMJqSxILda3AwBQSwMEFAAAAAgAcZV3Xfiv7qY2AgAANAkAABgAAAB4\
        bC93b3Jrc2hlZXRzL3NoZWV0MS54bWydll1v2jAUhv+KlYtebTif3RghVUtpizTB1DHtcvKSM7CW2JHthvXfz9CJpeicdOsdnJznYL+PQ5Jf/Gpq1oGxUqtp\
        EI3CgIEqdSXVZhp8Wd+8fR8w64SqRK0VTINHsMFFke+0+Wm3AI55XtlpsHWu/cC5LbfQCDvSLSh/5Yc2jXD+q9lw2xoQ1QFqah6H4TlvhFRBkR9q18KJIjd6\
        x4xfh6+W+w+XUcDcNJCqlgo+O+Pr0ha5K5ar2beZriDnrsj5vsbLP8zVAMPW0tUYNHuCrG/uijDnXe/aNTVwXmqlG1mye9j4/BixoPm/8kvRYPwNxX8yupOq\
        xJhbirmHGoQF5vPGuDtyrU1b68cGlGNrA6qyCLyg4I+Xy9vn/dybPuqOj7rjAd1JEoUx5puEHozfqJAV2DdMmwpMLcGyM9G0E9YKJ/ebsWA6Wfo2a3UpfSjY\
        xmZx73REJ6eD+vkkC0PsNFD9K+WEkRo7ACSyxNT7bvt0D3VFmo3H4+cLvqOmndVu0p5t3GShOh8NVKN9hR9KmG1qznw54Do5uk5e45qE/rrG/CU9f/GJP2pk\
        kkWoP6p/5ZzYCUwfSaD6khf0UdP+Vx81Z1BfetSXDuh7F0fhOaaPgr5C7W9PVF3aU5ecqKPGJdk4w9SRa9bGbXdgHWaPgnB76bC9BTVtMPXsmHr2mtQpaCD1\
        rJd6epI6NS4b4394VP+VkU7arX9s1g/Nd4neOiQ7w8LPXgifmoaHz3svJvz4xlP8BlBLAwQUAAAACABxlXddIWl405wAAACWAQAAFAAAAHhsL3NoYXJlZFN0\
        cmluZ3MueG1sjdG9CsJADMDxVyn3AKY4OJRrVhfBSfejje1h74Mkir69VwQHoXBjSP6/JVZEm1dYovRmVs0dgAwzBSe7lCmWzS1xcFpGnkAykxtlJtKwwL5t\
        DxCcjwateLSMVvH8sKBogb/zaneS3UC9KbEQP8mgLindf3ewxj/gShUAv5sppXGDOKYKYrO+xIp6JCUOPtKWcvIVSvD6D0B5CH4AUEsBAhQDFAAAAAgAcZV3\
        XcccFzwKAAAACAAAABMAAAAAAAAAAAAAAIABAAAAAFtDb250ZW50X1R5cGVzXS54bWxQSwECFAMUAAAACABxlXdd+K/upjYCAAA0CQAAGAAAAAAAAAAAAAAA\
        gAE7AAAAeGwvd29ya3NoZWV0cy9zaGVldDEueG1sUEsBAhQDFAAAAAgAcZV3XSFpeNOcAAAAlgEAABQAAAAAAAAAAAAAAIABpwIAAHhsL3NoYXJlZFN0cmlu\
        Z3MueG1sUEsFBgAAAAADAAMAyQAAAHUDAAAAAA==
        """
}
